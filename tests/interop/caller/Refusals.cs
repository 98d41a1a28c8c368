// What is no request of the API: refused with the status for that, and an error that .NET reads.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using AS.Models.API;
using EntityModel;
using Peer;

namespace Caller
{
    /// <summary>Documented errors, one with the envelope and one without.</summary>
    public class Faults
    {
        private readonly Calls calls;

        public Faults(Calls calls) { this.calls = calls; }

        public void All()
        {
            foreach (string media in Calls.MediaTypes) calls.Try("fault 404", () => Missing(media));
            foreach (string media in Calls.MediaTypes)
                calls.Try("fault 500", () => Refusals.Message(calls.Site.Send("GET", "/v1/batches/17", media).Expect(500), media, "fault"));
        }

        private void Missing(string media)
        {
            Reply reply = calls.Site.Send("GET", "/v1/batches/17", media).Expect(404);
            Calls.Check(media, reply.Media);
            PBPRReturn<Batch> envelope = reply.Read<PBPRReturn<Batch>>();
            Calls.Check(false, envelope.Success);
            Calls.Check(404, envelope.Code);
            Calls.Check(null, envelope.Data);
            Calls.Check("A fault that was asked for.", envelope.ErrorDescription);
        }
    }

    public class Refusals
    {
        private readonly Calls calls;

        public Refusals(Calls calls) { this.calls = calls; }

        public void All()
        {
            foreach (string media in Calls.MediaTypes)
            {
                Broken(media);
                Misaddressed(media);
            }
            foreach (string media in new[] { "text/plain", "application/octet-stream", "application/x-www-form-urlencoded", "application/jsonx", null })
                foreach (string path in new[] { "/v1/batches", "/check/batch?seed=1", "/check/details?seed=1" })
                    Refused(415, "POST", path, "application/xml", new Body(media, Encoding.ASCII.GetBytes("{}")), media ?? "none");
        }

        private void Broken(string media)
        {
            string batch = Text(media, Generated.Batch(1)), details = Text(media, new List<mediwave_batch_details> { Detailed() });
            foreach (var request in new[] { Tuple.Create("POST", "/v1/batches"), Tuple.Create("PUT", "/v1/batches/17"), Tuple.Create("POST", "/check/batch?seed=1") })
            {
                foreach (string wrong in new[] { "abc", "true", "1.5", "0x10", "" })
                    Refused(400, request.Item1, request.Item2, media, With(media, batch, "TimeoutMinutes", wrong), "TimeoutMinutes");
                Refused(400, request.Item1, request.Item2, media, new Body(media, Encoding.UTF8.GetBytes(batch.Substring(0, batch.Length / 2)), "cut off"), "");
                Refused(400, request.Item1, request.Item2, media, new Body(media, new byte[0], "empty"), "");
                Refused(400, request.Item1, request.Item2, media, new Body(media, Encoding.UTF8.GetBytes(details), "of another type"), "");
                Refused(400, request.Item1, request.Item2, media, new Body(media + "; charset=utf-16", Encoding.UTF8.GetBytes(batch), "that is UTF-8"), "");
            }
            foreach (var member in new[]
            {
                Tuple.Create("hd03", "many"), Tuple.Create("class2", "7"), Tuple.Create("end", "yesterday"), Tuple.Create("id", "17"),
                Tuple.Create("completion", "0x10"),
            })
                Refused(400, "POST", "/check/details?seed=1", media, With(media, details, member.Item1, member.Item2), member.Item1);
            Refused(400, "POST", "/check/details?seed=one", media, new Body(media, Encoding.UTF8.GetBytes(details)), "seed");
            Refused(400, "POST", "/check/details", media, new Body(media, Encoding.UTF8.GetBytes(details)), "seed");
        }

        private void Misaddressed(string media)
        {
            foreach (string path in new[] { "/v1/nothing", "/v1/batches/17/start/again", "/check", "/.status/4711" }) Refused(404, "GET", path, media, null, "");
            Refused(400, "GET", "/api/batchapi/batchdetails/17", media, null, "cleanroomId");
            Refused(400, "GET", "/v1/batches?ContinuationToken=none%20of%20yours", media, null, "ContinuationToken");
            WrongMethod("DELETE", "/v1/batches", media, "GET", "POST");
            WrongMethod("POST", "/v1/batches/17", media, "GET", "PUT");
            WrongMethod("GET", "/v1/batches/17/start", media, "POST");
            WrongMethod("PATCH", "/check/batch", media, "GET", "POST");
        }

        private void WrongMethod(string method, string path, string media, params string[] allowed)
        {
            calls.Try("not allowed", () =>
            {
                Reply reply = calls.Site.Send(method, path, media).Expect(405);
                IEnumerable<string> found = (reply.Headers["Allow"] ?? "").Split(',').Select(each => each.Trim()).OrderBy(each => each, StringComparer.Ordinal);
                Calls.Check(string.Join(" ", allowed), string.Join(" ", found));
                Message(reply, media, method);
            });
        }

        private void Refused(int status, string method, string path, string accept, Body body, string named)
        {
            calls.Try("refused", () => Message(calls.Site.Send(method, path, accept, body).Expect(status), accept, named));
        }

        /// <summary>The error says what it is about, in the media type that was asked for.</summary>
        public static void Message(Reply reply, string media, string named)
        {
            Calls.Check(media, reply.Media);
            HttpError error = reply.Read<HttpError>();
            string message = error.ContainsKey("Message") ? error["Message"] as string : null;
            if (string.IsNullOrEmpty(message) || message.IndexOf(named, StringComparison.Ordinal) < 0)
                throw new Unexpected("the message does not say " + named + ": " + message);
        }

        private static mediwave_batch_details Detailed()
        {
            return new mediwave_batch_details { analysis = new BatchDetailsAnalysisViewModel { hd03 = 1 } };
        }

        private static string Text(string media, object value)
        {
            return Encoding.UTF8.GetString(Formatter.All.First(formatter => formatter.MediaTypes.Contains(media)).Write(value));
        }

        /// <summary>The document with another text for the first member of that name.</summary>
        private static Body With(string media, string document, string member, string text)
        {
            bool isXml = media.EndsWith("xml");
            Regex found = new Regex(isXml ? "(<" + member + ">)[^<]*" : "(\"" + member + "\":)(\"[^\"]*\"|[^,}]*)");
            if (!found.IsMatch(document)) throw new InvalidOperationException("no " + member + " in " + document);
            string changed = found.Replace(document, match => match.Groups[1].Value + (isXml ? text : "\"" + text + "\""), 1);
            return new Body(media, Encoding.UTF8.GetBytes(changed), "with '" + text + "' as " + member);
        }
    }
}
