// In what an answer comes: as Web API's rules say, which the peer keeps to.
using System;
using System.Collections.Generic;
using System.Linq;
using AS.Models.API;
using Interop;
using Peer;

namespace Caller
{
    public class Negotiations
    {
        private static readonly string[] Accepts =
        {
            null, "*/*", "application/*", "text/*", "application/json", "text/json", "application/xml", "text/xml", "image/png",
            "application/xml;q=0.5, application/json;q=0.9", "application/xml; q=0.9, application/json; q=0.5", "text/xml;q=0.2, text/json;q=0.1",
            "application/xml, text/json", "text/json, application/xml", "application/xml;q=0, */*", "application/json;q=0, application/xml",
            "text/*;q=0.5, application/xml;q=0.4", "APPLICATION/XML", "application/xml; charset=utf-8", "image/png, application/*;q=0.1",
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", "application/xml;q=0.1, */*",
            "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        };

        private readonly Calls calls;

        public Negotiations(Calls calls) { this.calls = calls; }

        public void All()
        {
            PBPRReturn<Batch> batch = null;
            foreach (string accept in Accepts)
                calls.Try("accepting", () => batch = Asked(accept, batch));
            foreach (string accept in Accepts)
                foreach (string media in Calls.MediaTypes)
                    calls.Try("accepting after " + media, () => Posted(accept, media));
            foreach (string media in Calls.MediaTypes)
                calls.Try("accepting UTF-16", () => Wide(media, batch));
        }

        private PBPRReturn<Batch> Asked(string accept, PBPRReturn<Batch> known)
        {
            Reply reply = calls.Site.Send("GET", "/v1/batches/17", accept).Expect(200);
            Expected(accept, null, reply);
            PBPRReturn<Batch> batch = reply.Read<PBPRReturn<Batch>>();
            Same(known ?? batch, batch);
            return batch;
        }

        private void Posted(string accept, string media)
        {
            Formatter formatter = Formatter.All.First(each => each.MediaTypes.Contains(media));
            Body body = new Body(media, formatter.Write(Generated.Batch(1)));
            Reply reply = calls.Site.Send("POST", "/v1/batches", accept, body).Expect(201);
            Expected(accept, media, reply);
            reply.Read<PBPRReturn<Batch>>();
        }

        private void Wide(string media, PBPRReturn<Batch> known)
        {
            Reply reply = calls.Site.Send("GET", "/v1/batches/17", media, null, "utf-16").Expect(200);
            Calls.Check(media + "; charset=utf-16", reply.ContentType);
            Same(known, reply.Read<PBPRReturn<Batch>>());
        }

        private static void Expected(string accept, string sent, Reply reply)
        {
            string expected = Negotiation.ForResponse(accept, sent).Item2 + "; charset=utf-8";
            if (reply.ContentType != expected)
                throw new Unexpected((accept ?? "nothing") + " is answered with " + reply.ContentType + " instead of " + expected);
        }

        private static void Same(PBPRReturn<Batch> one, PBPRReturn<Batch> other)
        {
            string found = new Comparison().Difference(one, other, "");
            if (found != null) throw new Unexpected("not the same batch: " + found);
        }
    }
}
