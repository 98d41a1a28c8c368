// What the peer does for each route.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AS.Models.API;
using EntityModel;
using Interop;

namespace Peer
{
    public class Actions
    {
        private const int BatchesOfCleanroom = 23;
        private const int BatchesListed = 11;
        private const int BatchesOfPage = 4;
        /// <summary>What a client has to escape in a query.</summary>
        private const string TokenStart = "after=";
        private const string TokenEnd = "&more+\u00fc/?#%41 ";

        private readonly ConcurrentDictionary<string, Batch> batches = new ConcurrentDictionary<string, Batch>();
        private readonly ConcurrentDictionary<int, Command> commands = new ConcurrentDictionary<int, Command>();
        private int created;
        private int started;

        /// <summary>A command that was accepted: for which batch, where to ask about it, and how often that was done.</summary>
        private class Command
        {
            public string Batch;
            public string Url;
            public int Asked;
        }

        public Route[] Routes()
        {
            return new[]
            {
                new Route("GET", "api/batchapi/batchdetails/{cleanroomId}", BatchDetails),
                new Route("GET", "v1/batches", ListBatches),
                new Route("POST", "v1/batches", CreateBatch),
                new Route("GET", "v1/batches/{id}", call => BatchOf(call, call.Value("id"))),
                new Route("PUT", "v1/batches/{id}", UpdateBatch),
                new Route("POST", "v1/batches/{id}/start", StartBatch),
                new Route("GET", "v1/status/{number}", Status),
                new Route("GET", "check/batch", call => new Answer(200, Generated.Batch(call.Number("seed")))),
                new Route("POST", "check/batch", call => Check(call, "batch", Generated.Batch)),
                new Route("GET", "check/details", call => new Answer(200, Generated.Details(call.Number("seed")))),
                new Route("POST", "check/details", call => Check(call, "details", Generated.Details)),
            };
        }

        private static Answer BatchDetails(Call call)
        {
            Guid cleanroom;
            if (!Guid.TryParse(call.Value("cleanroomId"), out cleanroom)) throw Refused.Invalid();
            int count = call.Number("count", 5), offset = call.Number("offset", 0);
            if (cleanroom == Guid.Empty) return new Answer(404);
            int first = Seed(cleanroom.ToString());
            IEnumerable<int> page = Enumerable.Range(0, BatchesOfCleanroom).Skip(offset).Take(count);
            return new Answer(200, page.Select(index => Generated.Detail(unchecked(first + index))).ToList());
        }

        private static Answer ListBatches(Call call)
        {
            int first = 0;
            string token = call.Query("ContinuationToken");
            if (!string.IsNullOrEmpty(token))
            {
                bool known = token.StartsWith(TokenStart, StringComparison.Ordinal) && token.EndsWith(TokenEnd, StringComparison.Ordinal)
                    && int.TryParse(token.Substring(TokenStart.Length, token.Length - TokenStart.Length - TokenEnd.Length), out first);
                if (!known) throw new Refused(400, new HttpError("The continuation token is none of ours."));
            }
            List<Batch> page = Enumerable.Range(0, BatchesListed).Skip(first).Take(BatchesOfPage)
                .Select(index => Made("listed-" + index)).ToList();
            int next = first + page.Count;
            PBPRReturn<List<Batch>> envelope = Success(call, 200, page);
            envelope.ContinuationToken = next < BatchesListed ? TokenStart + next + TokenEnd : null;
            return new Answer(200, envelope);
        }

        private Answer CreateBatch(Call call)
        {
            Batch batch = Received(call);
            batch.ID = "created-" + Interlocked.Increment(ref created);
            batches[batch.ID] = batch;
            return new Answer(201, Success(call, 201, batch)) { Location = call.Absolute("/v1/batches/" + batch.ID) };
        }

        private Answer UpdateBatch(Call call)
        {
            string id = call.Value("id");
            Batch batch = Received(call);
            Answer failure = Failure(id);
            if (failure != null) return failure;
            batch.ID = id;
            batches[id] = batch;
            return new Answer(204);
        }

        private Answer StartBatch(Call call)
        {
            int number = Interlocked.Increment(ref started);
            string path = "/v1/status/" + number;
            Command command = new Command { Batch = call.Value("id"), Url = call.Query("relative") == "true" ? path : call.Absolute(path) };
            commands[number] = command;
            return Accepted(call, command);
        }

        private Answer Status(Call call)
        {
            int number;
            Command command;
            if (!int.TryParse(call.Value("number"), out number) || !commands.TryGetValue(number, out command))
                return new Answer(404, Failed(404, 18, 0, "There is no such command."));
            return Interlocked.Increment(ref command.Asked) <= 2 ? Accepted(call, command) : BatchOf(call, command.Batch);
        }

        private static Answer Accepted(Call call, Command command)
        {
            PBPRReturn<Batch> envelope = Success<Batch>(call, 202, null);
            envelope.StatusUrl = command.Url;
            return new Answer(202, envelope);
        }

        private Answer BatchOf(Call call, string id)
        {
            Batch stored;
            return Failure(id) ?? new Answer(200, Success(call, 200, batches.TryGetValue(id, out stored) ? stored : Made(id)));
        }

        /// <summary>What a batch of that id answers instead of itself; null for most.</summary>
        private static Answer Failure(string id)
        {
            switch (id)
            {
                case "missing": return new Answer(404, Failed(404, 17, 3, "There is no batch \u201cmissing\u201d <here> & now."));
                case "refused": return new Answer(200, Failed(409, 42, -7, "The batch is in use."));
                case "boom": throw new InvalidOperationException("boom");
                default: return null;
            }
        }

        private static Answer Check<T>(Call call, string parameter, Func<int, T> generated) where T : class
        {
            string difference = new Comparison().Difference(generated(call.Number("seed")), call.Body<T>(parameter), parameter);
            return difference == null ? new Answer(200, new Verdict { equal = true }) : new Answer(409, new HttpError(difference));
        }

        /// <summary>The batch in the body, which has to have a name, as if that were [Required].</summary>
        private static Batch Received(Call call)
        {
            return call.Body<Batch>("batch", batch => string.IsNullOrWhiteSpace(batch.Name) ? "Name" : null);
        }

        private static Batch Made(string id)
        {
            Batch batch = Generated.Batch(Seed(id));
            batch.ID = id;
            return batch;
        }

        // string.GetHashCode differs between runtimes.
        private static int Seed(string text) { return text.Aggregate(17, (seed, character) => unchecked(seed * 31 + character)); }

        private static PBPRReturn<T> Success<T>(Call call, int code, T data)
        {
            return new PBPRReturn<T>
            {
                Success = true, Code = code, Data = data,
                Meta = new Dictionary<string, string> { { "method", call.Method }, { "target", call.Target } },
            };
        }

        private static PBPRReturn<Batch> Failed(int code, int errorCode, int errorSubCode, string description)
        {
            return new PBPRReturn<Batch> { Code = code, ErrorCode = errorCode, ErrorSubCode = errorSubCode, ErrorDescription = description };
        }
    }
}
