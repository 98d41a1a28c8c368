// What Web API's two formatters write and read, and which of them a request gets.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using Newtonsoft.Json;

namespace Peer
{
    /// <summary>Takes the path of a value that could not be read, and why.</summary>
    public delegate void ReadingErrors(string path, Exception error);

    public abstract class Formatter
    {
        protected static readonly Encoding Utf8 = new UTF8Encoding(false);
        /// <summary>How deep a document may nest, in both formats.</summary>
        protected const int MaxDepth = 256;

        public static readonly Formatter[] All = { new JsonFormatter(), new XmlFormatter() };

        public abstract string[] MediaTypes { get; }
        public abstract byte[] Write(object value);
        public abstract object Read(Type type, Stream body, Encoding encoding, ReadingErrors errors);
    }

    public class JsonFormatter : Formatter
    {
        public override string[] MediaTypes { get { return new[] { "application/json", "text/json" }; } }

        private static JsonSerializerSettings Settings()
        {
            return new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Ignore, TypeNameHandling = TypeNameHandling.None };
        }

        public override byte[] Write(object value)
        {
            MemoryStream stream = new MemoryStream();
            using (JsonTextWriter writer = new JsonTextWriter(new StreamWriter(stream, Utf8)))
                JsonSerializer.Create(Settings()).Serialize(writer, value);
            return stream.ToArray();
        }

        public override object Read(Type type, Stream body, Encoding encoding, ReadingErrors errors)
        {
            JsonSerializer serializer = JsonSerializer.Create(Settings());
            serializer.Error += (sender, failure) =>
            {
                errors(failure.ErrorContext.Path, failure.ErrorContext.Error);
                failure.ErrorContext.Handled = true;
            };
            using (JsonTextReader reader = new JsonTextReader(new StreamReader(body, encoding)) { MaxDepth = MaxDepth })
                return serializer.Deserialize(reader, type);
        }
    }

    public class XmlFormatter : Formatter
    {
        public override string[] MediaTypes { get { return new[] { "application/xml", "text/xml" }; } }

        public override byte[] Write(object value)
        {
            MemoryStream stream = new MemoryStream();
            // Web API leaves NewLineChars to the platform. Its servers run on Windows, where a line break within a text is two characters.
            XmlWriterSettings settings = new XmlWriterSettings
            {
                OmitXmlDeclaration = true, CloseOutput = false, CheckCharacters = false, Encoding = Utf8, NewLineChars = "\r\n",
            };
            using (XmlWriter writer = XmlWriter.Create(stream, settings)) new DataContractSerializer(value.GetType()).WriteObject(writer, value);
            return stream.ToArray();
        }

        public override object Read(Type type, Stream body, Encoding encoding, ReadingErrors errors)
        {
            XmlDictionaryReaderQuotas quotas = new XmlDictionaryReaderQuotas
            {
                MaxArrayLength = int.MaxValue, MaxBytesPerRead = int.MaxValue, MaxDepth = MaxDepth, MaxNameTableCharCount = int.MaxValue,
                MaxStringContentLength = int.MaxValue,
            };
            try
            {
                using (XmlDictionaryReader reader = XmlDictionaryReader.CreateTextReader(body, encoding, quotas, null))
                    return new DataContractSerializer(type).ReadObject(reader);
            }
            catch (Exception error)
            {
                errors("", error);
                return null;
            }
        }
    }

    /// <summary>A media type or range of a header, with its quality and charset.</summary>
    public class MediaRange
    {
        public readonly string Name;
        public readonly string Charset;
        public readonly double Quality = 1;

        private MediaRange(string text)
        {
            string[] parts = text.Split(';').Select(part => part.Trim()).ToArray();
            Name = parts[0].ToLowerInvariant();
            foreach (string[] parameter in parts.Skip(1).Select(part => part.Split(new[] { '=' }, 2)).Where(parameter => parameter.Length == 2))
            {
                string value = parameter[1].Trim().Trim('"');
                switch (parameter[0].Trim().ToLowerInvariant())
                {
                    case "charset": Charset = value; break;
                    case "q": double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out Quality); break;
                }
            }
        }

        public static List<MediaRange> Parse(string header)
        {
            return (header ?? "").Split(',').Where(part => part.Trim() != "").Select(part => new MediaRange(part)).ToList();
        }

        /// <summary>2 for a media type, 1 for all subtypes of a type, 0 for everything.</summary>
        public int Precision { get { return Name == "*/*" ? 0 : Name.EndsWith("/*") ? 1 : 2; } }

        public bool Holds(string mediaType)
        {
            return Precision == 0 || Name == mediaType || Precision == 1 && mediaType.StartsWith(Name.Substring(0, Name.Length - 1));
        }
    }

    public static class Negotiation
    {
        /// <summary>The formatter and media type of a response, by Web API's rules: it never answers 406.</summary>
        public static Tuple<Formatter, string> ForResponse(string accept, string contentType)
        {
            List<MediaRange> ranges = MediaRange.Parse(accept).Where(range => range.Quality > 0)
                .OrderByDescending(range => range.Quality).ThenByDescending(range => range.Precision).ToList();
            // Each formatter is held to the first range that it matches; between formatters precision, then quality, then their order decide.
            var best = Formatter.All.Select(formatter => FirstMatch(formatter, ranges)).Where(match => match != null)
                .OrderByDescending(match => match.Item1.Precision).ThenByDescending(match => match.Item1.Quality).FirstOrDefault();
            if (best != null) return Tuple.Create(best.Item2, best.Item3);
            return ForRequest(contentType) ?? Tuple.Create(Formatter.All[0], Formatter.All[0].MediaTypes[0]);
        }

        /// <summary>The formatter and media type of a request; null if no formatter reads it.</summary>
        public static Tuple<Formatter, string> ForRequest(string contentType)
        {
            MediaRange sent = MediaRange.Parse(contentType).FirstOrDefault();
            return sent == null ? null : Formatter.All.Where(formatter => formatter.MediaTypes.Contains(sent.Name))
                .Select(formatter => Tuple.Create(formatter, sent.Name)).FirstOrDefault();
        }

        /// <summary>The encoding of a request: UTF-16 where it says so, otherwise UTF-8.</summary>
        public static Encoding EncodingOf(string contentType)
        {
            string charset = MediaRange.Parse(contentType).Select(range => range.Charset).FirstOrDefault();
            return string.Equals(charset, "utf-16", StringComparison.OrdinalIgnoreCase) ? Encoding.Unicode : new UTF8Encoding(false);
        }

        private static Tuple<MediaRange, Formatter, string> FirstMatch(Formatter formatter, IEnumerable<MediaRange> ranges)
        {
            return (
                from range in ranges from mediaType in formatter.MediaTypes where range.Holds(mediaType)
                select Tuple.Create(range, formatter, mediaType)).FirstOrDefault();
        }
    }
}
