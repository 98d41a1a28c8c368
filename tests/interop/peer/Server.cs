// An HTTP server that answers as ASP.NET Web API 2 does, without error details.
//   peer.exe       prints "listening http://127.0.0.1:PORT/" and ends when its standard input does
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace Peer
{
    /// <summary>A status with a body, or without one.</summary>
    public class Answer
    {
        public readonly int Status;
        public readonly object Value;
        public string Location;
        public IEnumerable<string> Allow = new string[0];
        public Answer(int status, object value = null) { Status = status; Value = value; }
    }

    /// <summary>An error that is the answer.</summary>
    public class Refused : Exception
    {
        public readonly Answer Answer;
        public Refused(int status, HttpError error) { Answer = new Answer(status, error); }

        public static Refused Invalid(HttpError modelState = null)
        {
            HttpError error = new HttpError("The request is invalid.");
            if (modelState != null) error["ModelState"] = modelState;
            return new Refused(400, error);
        }
    }

    public class Route
    {
        public readonly string Method;
        public readonly Func<Call, Answer> Action;
        private readonly string[] template;

        public Route(string method, string path, Func<Call, Answer> action)
        {
            Method = method;
            Action = action;
            template = path.Split('/');
        }

        /// <summary>The values of the path's parameters; null if this is another path.</summary>
        public Dictionary<string, string> Match(string[] segments)
        {
            Dictionary<string, string> values = new Dictionary<string, string>();
            if (segments.Length != template.Length) return null;
            for (int index = 0; index < template.Length; index++)
            {
                if (template[index].StartsWith("{")) values[template[index].Trim('{', '}')] = segments[index];
                else if (!string.Equals(template[index], segments[index], StringComparison.OrdinalIgnoreCase)) return null;
            }
            return values;
        }
    }

    /// <summary>A request to one of the actions.</summary>
    public class Call
    {
        private readonly HttpListenerRequest request;
        private readonly Dictionary<string, string> values;
        private readonly MemoryStream body;

        public Call(HttpListenerRequest request, Dictionary<string, string> values, MemoryStream body)
        {
            this.request = request;
            this.values = values;
            this.body = body;
        }

        public string Method { get { return request.HttpMethod; } }
        /// <summary>The path and the query as they came.</summary>
        public string Target { get { return request.RawUrl; } }
        public string Value(string name) { return values[name]; }
        public string Absolute(string path) { return request.Url.GetLeftPart(UriPartial.Authority) + path; }

        public string Query(string name)
        {
            string query = request.RawUrl.Split(new[] { '?' }, 2).Skip(1).FirstOrDefault() ?? "";
            return query.Split('&').Select(pair => pair.Split(new[] { '=' }, 2)).Where(pair => pair.Length == 2)
                .Where(pair => string.Equals(Decoded(pair[0]), name, StringComparison.OrdinalIgnoreCase))
                .Select(pair => Decoded(pair[1])).FirstOrDefault();
        }

        public int Number(string name, int? absent = null)
        {
            string text = Query(name);
            int number;
            if (text == null && absent != null) return absent.Value;
            if (!int.TryParse(text, out number)) throw Refused.Invalid();
            return number;
        }

        /// <summary>The body as a value of that type.</summary>
        /// <param name="parameter">What the action would call it; errors do.</param>
        /// <param name="missing">Names the member that a value lacks; null for none.</param>
        public T Body<T>(string parameter, Func<T, string> missing = null) where T : class
        {
            List<KeyValuePair<string, string>> failures = new List<KeyValuePair<string, string>>();
            ReadingErrors errors = (path, error) =>
            {
                string key = path == "" || path.StartsWith("[") ? parameter + path : parameter + "." + path;
                failures.Add(new KeyValuePair<string, string>(key, "An error has occurred."));
            };
            T value = body.Length == 0 ? null : (T)Formatter().Read(typeof(T), body, Negotiation.EncodingOf(ContentType), errors);
            string lacking = value == null || missing == null ? null : missing(value);
            if (lacking != null)
                failures.Add(new KeyValuePair<string, string>(parameter + "." + lacking, "The " + lacking + " field is required."));
            HttpError modelState = new HttpError();
            foreach (var member in failures.GroupBy(failure => failure.Key, failure => failure.Value)) modelState[member.Key] = member.ToArray();
            if (modelState.Count > 0) throw Refused.Invalid(modelState);
            if (value == null) throw new Refused(400, new HttpError("null body"));
            return value;
        }

        private string ContentType { get { return request.Headers["Content-Type"]; } }

        private Formatter Formatter()
        {
            Tuple<Formatter, string> reads = Negotiation.ForRequest(ContentType);
            if (reads != null) return reads.Item1;
            string reason = string.IsNullOrEmpty(ContentType)
                ? "The request contains an entity body but no Content-Type header. The inferred media type 'application/octet-stream' is not supported for this resource."
                : "The request entity's media type '" + ContentType.Split(';')[0].Trim() + "' is not supported for this resource.";
            throw new Refused(415, new HttpError(reason));
        }

        private static string Decoded(string text) { return Uri.UnescapeDataString(text.Replace('+', ' ')); }
    }

    public class Server
    {
        private readonly Route[] routes = new Actions().Routes();

        public static int Main()
        {
            string url;
            HttpListener listener = Listening(out url);
            ThreadPool.SetMinThreads(32, 32);
            new Thread(() => new Server().Accept(listener)) { IsBackground = true }.Start();
            Console.WriteLine("listening " + url);
            while (Console.In.Read() >= 0) { }
            return 0;
        }

        private static HttpListener Listening(out string url)
        {
            for (int attempt = 1; ; attempt++)
            {
                // HttpListener takes no port 0.
                TcpListener probe = new TcpListener(IPAddress.Loopback, 0);
                probe.Start();
                url = "http://127.0.0.1:" + ((IPEndPoint)probe.LocalEndpoint).Port + "/";
                probe.Stop();
                HttpListener listener = new HttpListener();
                listener.Prefixes.Add(url);
                try { listener.Start(); return listener; }
                catch (Exception error) when (attempt < 10 && (error is HttpListenerException || error is SocketException)) { }
            }
        }

        private void Accept(HttpListener listener)
        {
            while (true)
            {
                HttpListenerContext context = listener.GetContext();
                ThreadPool.QueueUserWorkItem(_ =>
                {
                    try { Handle(context.Request, context.Response); }
                    catch (Exception error) { Console.Error.WriteLine(error); context.Response.Abort(); }
                });
            }
        }

        private void Handle(HttpListenerRequest request, HttpListenerResponse response)
        {
            MemoryStream body = new MemoryStream();
            if (request.HasEntityBody) request.InputStream.CopyTo(body);
            body.Position = 0;
            Answer answer;
            try { answer = Answered(request, body); }
            catch (Refused refused) { answer = refused.Answer; }
            catch (Exception error)
            {
                Console.Error.WriteLine(error);
                answer = new Answer(500, new HttpError("An error has occurred."));
            }
            response.StatusCode = answer.Status;
            if (answer.Location != null) response.AddHeader("Location", answer.Location);
            foreach (string method in answer.Allow) response.AppendHeader("Allow", method);
            byte[] content = new byte[0];
            if (answer.Value != null)
            {
                Tuple<Formatter, string> writes = Negotiation.ForResponse(request.Headers["Accept"], request.Headers["Content-Type"]);
                content = writes.Item1.Write(answer.Value);
                response.ContentType = writes.Item2 + "; charset=utf-8";
            }
            response.ContentLength64 = content.Length;
            if (request.HttpMethod == "HEAD") response.Close();
            else response.Close(content, true);
        }

        private Answer Answered(HttpListenerRequest request, MemoryStream body)
        {
            string[] segments = request.RawUrl.Split('?')[0].Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
            var matching = routes.Select(route => new { route, values = route.Match(segments) }).Where(match => match.values != null).ToList();
            if (matching.Count == 0)
                return new Answer(404, new HttpError("No HTTP resource was found that matches the request URI '" + request.Url + "'."));
            var chosen = matching.FirstOrDefault(match => match.route.Method == request.HttpMethod);
            if (chosen != null) return chosen.route.Action(new Call(request, chosen.values, body));
            HttpError error = new HttpError("The requested resource does not support http method '" + request.HttpMethod + "'.");
            return new Answer(405, error) { Allow = matching.Select(match => match.route.Method) };
        }
    }
}
