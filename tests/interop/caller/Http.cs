// One request at a time, and its answer read by the formatter that the answer's Content-Type asks for.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using Peer;

namespace Caller
{
    /// <summary>What is sent: bytes, and what they are said to be.</summary>
    public class Body
    {
        public readonly string ContentType;
        public readonly byte[] Content;
        /// <summary>How it was written, for whoever reads of a failure.</summary>
        public readonly string Form;

        public Body(string contentType, byte[] content, string form = "")
        {
            ContentType = contentType;
            Content = content;
            Form = form;
        }
    }

    /// <summary>An answer that is not what was expected of it.</summary>
    public class Unexpected : Exception
    {
        public Unexpected(string message) : base(message) { }
    }

    public class Reply
    {
        public readonly int Status;
        public readonly WebHeaderCollection Headers;
        public readonly byte[] Content;
        private readonly string request;

        public Reply(HttpWebResponse response, string request)
        {
            Status = (int)response.StatusCode;
            Headers = response.Headers;
            MemoryStream content = new MemoryStream();
            using (Stream stream = response.GetResponseStream()) stream.CopyTo(content);
            Content = content.ToArray();
            this.request = request;
        }

        public string ContentType { get { return Headers["Content-Type"] ?? ""; } }
        public string Media { get { return ContentType.Split(';')[0]; } }
        private string Text { get { return Negotiation.EncodingOf(ContentType).GetString(Content); } }

        public Reply Expect(params int[] statuses)
        {
            if (!statuses.Contains(Status))
                throw new Unexpected(request + ": status " + Status + " instead of " + string.Join(" or ", statuses) + ": " + Text);
            return this;
        }

        /// <summary>The body as a value of that type.</summary>
        public T Read<T>() where T : class
        {
            Tuple<Formatter, string> reads = Negotiation.ForRequest(ContentType);
            if (reads == null) throw new Unexpected(request + ": no formatter reads '" + ContentType + "'");
            List<string> failures = new List<string>();
            ReadingErrors errors = (path, error) => failures.Add(path + ": " + error.GetType().Name + ": " + error.Message);
            object value = reads.Item1.Read(typeof(T), new MemoryStream(Content), Negotiation.EncodingOf(ContentType), errors);
            if (failures.Count > 0 || value == null)
                throw new Unexpected(request + ": not read as " + typeof(T).Name + ": " + string.Join("; ", failures) + ": " + Text);
            return (T)value;
        }
    }

    public class Site
    {
        private readonly string url;
        public int Calls { get; private set; }

        public Site(string url)
        {
            this.url = url;
            ServicePointManager.Expect100Continue = false;
            // Otherwise a body waits for the acknowledgement of its headers.
            ServicePointManager.UseNagleAlgorithm = false;
        }

        public Reply Send(string method, string path, string accept = null, Body body = null, string acceptCharset = null)
        {
            Calls++;
            HttpWebRequest request = (HttpWebRequest)WebRequest.Create(path.StartsWith("http") ? path : url + path);
            request.Method = method;
            request.Proxy = null;
            request.Timeout = 20000;
            if (accept != null) request.Accept = accept;
            if (acceptCharset != null) request.Headers["Accept-Charset"] = acceptCharset;
            if (body != null)
            {
                if (body.ContentType != null) request.ContentType = body.ContentType;
                request.ContentLength = body.Content.Length;
                using (Stream stream = request.GetRequestStream()) stream.Write(body.Content, 0, body.Content.Length);
            }
            else if (method != "GET" && method != "HEAD") request.ContentLength = 0;
            string said = method + " " + path + (accept == null ? "" : " accepting " + accept)
                + (body == null ? "" : " with " + (body.ContentType ?? "no type") + " " + body.Form);
            using (HttpWebResponse response = Answered(request)) return new Reply(response, said);
        }

        // An error status is an exception here, whose response is what we want.
        private static HttpWebResponse Answered(HttpWebRequest request)
        {
            try { return (HttpWebResponse)request.GetResponse(); }
            catch (WebException error)
            {
                if (error.Response == null) throw;
                return (HttpWebResponse)error.Response;
            }
        }
    }
}
