// Bodies that .NET writes, in every form that its writers have: they are all accepted.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using AS.Models.API;
using Newtonsoft.Json;
using Peer;
using Formatter = Peer.Formatter;

namespace Caller
{
    public static class Bodies
    {
        private static readonly Encoding Utf8 = new UTF8Encoding(false);
        private static readonly Encoding Utf8Marked = new UTF8Encoding(true);

        public static List<Body> Of(object value)
        {
            List<Body> bodies = new List<Body>();
            foreach (Formatter formatter in Formatter.All)
                foreach (string media in formatter.MediaTypes)
                {
                    bodies.Add(new Body(media, formatter.Write(value), "of Web API"));
                    bodies.Add(new Body(media + "; charset=utf-8", formatter.Write(value), "of Web API"));
                }
            bodies.Add(new Body("application/json; charset=utf-16", Json(value, Encoding.Unicode, false)));
            bodies.Add(new Body("text/json; charset=\"utf-8\"", Json(value, Utf8Marked, true), "with a mark, indented"));
            bodies.Add(new Body("application/xml; charset=utf-16", Xml(value, Encoding.Unicode, false)));
            bodies.Add(new Body("text/xml; charset=utf-16", Xml(value, Encoding.Unicode, true), "with a declaration"));
            bodies.Add(new Body("text/xml", Xml(value, Encoding.Unicode, true), "with a declaration of UTF-16"));
            bodies.Add(new Body("application/xml; charset=utf-8", Xml(value, Utf8Marked, true), "with a declaration and a mark"));
            bodies.Add(new Body("application/xml", Xml(value, Utf8, true), "with a declaration"));
            bodies.Add(new Body("application/xml", Streamed(value), "of WriteObject(Stream)"));
            return bodies;
        }

        private static byte[] Json(object value, Encoding encoding, bool indented)
        {
            string text = JsonConvert.SerializeObject(value, indented ? Newtonsoft.Json.Formatting.Indented : Newtonsoft.Json.Formatting.None);
            return encoding.GetPreamble().Concat(encoding.GetBytes(text)).ToArray();
        }

        private static byte[] Xml(object value, Encoding encoding, bool declared)
        {
            XmlWriterSettings settings = new XmlWriterSettings { OmitXmlDeclaration = !declared, Indent = declared, CheckCharacters = false, Encoding = encoding };
            MemoryStream stream = new MemoryStream();
            using (XmlWriter writer = XmlWriter.Create(stream, settings)) new DataContractSerializer(value.GetType()).WriteObject(writer, value);
            return stream.ToArray();
        }

        private static byte[] Streamed(object value)
        {
            MemoryStream stream = new MemoryStream();
            new DataContractSerializer(value.GetType()).WriteObject(stream, value);
            return stream.ToArray();
        }
    }

    public class Sending
    {
        private readonly Calls calls;
        private readonly int seed;
        private readonly int objects;

        public Sending(Calls calls, int seed, int objects)
        {
            this.calls = calls;
            this.seed = seed;
            this.objects = objects;
        }

        public void All()
        {
            for (int number = 0; number < objects; number++)
            {
                int own = unchecked(seed * 1000003 + number);
                foreach (Body body in Bodies.Of(Generated.Batch(own)))
                {
                    Accepted("batch " + own, "POST", "/check/batch?seed=" + own, body);
                    calls.Try("create_batch " + own, () => Created(body));
                    calls.Try("update_batch " + own, () => Updated(body));
                }
                foreach (Body body in Bodies.Of(Generated.Details(own)))
                    Accepted("details " + own, "POST", "/check/details?seed=" + own, body);
            }
        }

        private void Accepted(string what, string method, string path, Body body)
        {
            calls.Try(what, () => calls.Site.Send(method, path, null, body).Expect(200).Read<Verdict>());
        }

        private void Created(Body body)
        {
            // Nothing is said of what to answer in: the format of the body is what comes back.
            Reply reply = calls.Site.Send("POST", "/v1/batches", null, body).Expect(201);
            Calls.Check(body.ContentType.Split(';')[0], reply.Media);
            PBPRReturn<Batch> created = reply.Read<PBPRReturn<Batch>>();
            Calls.Check(true, created.Success);
            string lacking = calls.Presence.Lacking(created, "");
            if (lacking != null) throw new Unexpected("no value at " + lacking);
        }

        private void Updated(Body body)
        {
            Reply reply = calls.Site.Send("PUT", "/v1/batches/17", null, body).Expect(200, 204);
            if (reply.Status == 204) Calls.Check(0, reply.Content.Length);
            else Calls.Check(true, reply.Read<PBPRReturn<Batch>>().Success);
        }
    }
}
