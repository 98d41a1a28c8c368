// What operations answer: pages to their end, envelopes, work that takes longer.
using System;
using System.Collections.Generic;
using System.Linq;
using AS.Models.API;
using EntityModel;

namespace Caller
{
    public class Reading
    {
        private const string Cleanroom = "0a1b2c3d-0000-4000-8000-00000000000a";
        private const int DefaultCount = 5;
        private const int TimesPending = 2;
        /// <summary>An end of which nobody hears: more pages than that are none.</summary>
        private const int MostPages = 200;
        /// <summary>The innermost member: made-up values end somewhere, and null is what is below.</summary>
        private const string Deepest = "description";
        private readonly Calls calls;
        private readonly int items;

        public Reading(Calls calls, int items)
        {
            this.calls = calls;
            this.items = items;
        }

        public void All()
        {
            foreach (int? count in new int?[] { null, 1, 4, items, items + 1 })
                calls.Same("batch_details by " + (count == null ? "default" : count.ToString()), media => Details(count, media), Deepest);
            calls.Same("list_batches", Listed, "ContinuationToken");
            foreach (string id in new[] { "17", "a%20b%C3%BC", "Gr%C3%B6%C3%9Fe" })
                calls.Same("get_batch " + id, media => calls.Get<PBPRReturn<Batch>>("/v1/batches/" + id, media));
            foreach (int seed in Enumerable.Range(0, 5))
            {
                calls.Same("get_checked_batch " + seed, media => calls.Get<Batch>("/check/batch?seed=" + seed, media));
                calls.Same("get_checked_details " + seed,
                    media => calls.Get<List<mediwave_batch_details>>("/check/details?seed=" + seed, media), Deepest);
            }
            calls.Same("start_batch", Started);
        }

        private List<mediwave_batch_details> Details(int? count, string media)
        {
            List<mediwave_batch_details> all = new List<mediwave_batch_details>();
            string size = count == null ? "" : "&count=" + count;
            for (int pages = 0; pages < MostPages; pages++)
            {
                string path = "/api/batchapi/batchdetails/" + Cleanroom + "?offset=" + all.Count + size;
                List<mediwave_batch_details> page = calls.Get<List<mediwave_batch_details>>(path, media);
                all.AddRange(page);
                if (page.Count == (count ?? DefaultCount)) continue;
                Calls.Check(items, all.Count);
                return all;
            }
            throw new Unexpected("the pages have no end");
        }

        /// <summary>The envelopes of all pages.</summary>
        private List<PBPRReturn<List<Batch>>> Listed(string media)
        {
            List<PBPRReturn<List<Batch>>> pages = new List<PBPRReturn<List<Batch>>>();
            string token = "";
            while (token != null && pages.Count < MostPages)
            {
                string query = token == "" ? "" : "?ContinuationToken=" + Uri.EscapeDataString(token);
                PBPRReturn<List<Batch>> page = calls.Get<PBPRReturn<List<Batch>>>("/v1/batches" + query, media);
                Calls.Check(true, page.Success);
                pages.Add(page);
                token = page.ContinuationToken;
            }
            Calls.Check(items, pages.Sum(page => page.Data.Count));
            Calls.Check(items, pages.SelectMany(page => page.Data).Select(batch => batch.Name + batch.ID + batch.Status).Distinct().Count());
            return pages;
        }

        /// <summary>What is done in the end.</summary>
        private Batch Started(string media)
        {
            PBPRReturn<Batch> accepted = calls.Site.Send("POST", "/v1/batches/17/start", media).Expect(202).Read<PBPRReturn<Batch>>();
            for (int asked = 0; asked < TimesPending; asked++)
            {
                Calls.Check(true, accepted.Success);
                Calls.Check(null, accepted.Data);
                accepted = calls.Site.Send("GET", accepted.StatusUrl, media).Expect(202).Read<PBPRReturn<Batch>>();
            }
            PBPRReturn<Batch> done = calls.Get<PBPRReturn<Batch>>(accepted.StatusUrl, media);
            Calls.Check(true, done.Success);
            return done.Data;
        }
    }
}
