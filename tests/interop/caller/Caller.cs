// A client of wiresmith serve, of which it wants what .NET would send and read.
//   caller.exe URL SEED ITEMS OBJECTS      a line for each failure, then "called COUNT"
//     URL       of an API made of specs/peer, without a slash at the end
//     SEED      of the bodies; OBJECTS is how many of each kind
//               It answers get_batch with 404 and then with 500, once in each media type, before anything else.
//     ITEMS     how many there are in all on its pages
using System;
using System.Collections.Generic;
using System.Linq;
using Interop;
using Peer;

namespace Caller
{
    /// <summary>What the parts of the program share: the site, the failures, and the comparison of both formats.</summary>
    public class Calls
    {
        public readonly Site Site;
        public readonly Presence Presence = new Presence();
        public int Failures { get; private set; }

        public static readonly string[] MediaTypes = Formatter.All.SelectMany(formatter => formatter.MediaTypes).ToArray();

        public Calls(Site site) { Site = site; }

        /// <summary>Do something; what goes wrong is one failure.</summary>
        public void Try(string what, Action part)
        {
            try { part(); }
            catch (Exception error) { Fail(what, error is Unexpected ? error.Message : error.ToString()); }
        }

        public void Fail(string what, string message)
        {
            Failures++;
            Console.WriteLine("{0}: {1}", what, string.Join(" ", message.Split(new[] { '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries)));
        }

        /// <summary>Read the same in every media type: complete, and equal objects.</summary>
        public void Same<T>(string what, Func<string, T> read, params string[] mayBeNull) where T : class
        {
            T first = null;
            foreach (string media in MediaTypes)
                Try(what + " in " + media, () =>
                {
                    T value = read(media);
                    string found = Presence.Lacking(value, "", mayBeNull);
                    if (found != null) throw new Unexpected("no value at " + found);
                    first = first ?? value;
                    found = new Comparison().Difference(first, value, "");
                    if (found != null) throw new Unexpected("not what it is in the first format: " + found);
                });
        }

        public T Get<T>(string path, string media) where T : class
        {
            Reply reply = Site.Send("GET", path, media).Expect(200);
            Check(media, reply.Media);
            return reply.Read<T>();
        }

        public static void Check(object expected, object found)
        {
            if (!Equals(expected, found)) throw new Unexpected("expected " + (expected ?? "null") + ", found " + (found ?? "null"));
        }
    }

    public static class Program
    {
        public static int Main(string[] arguments)
        {
            Calls calls = new Calls(new Site(arguments[0]));
            int seed = int.Parse(arguments[1]), items = int.Parse(arguments[2]), objects = int.Parse(arguments[3]);
            new Faults(calls).All();
            new Reading(calls, items).All();
            new Sending(calls, seed, objects).All();
            new Refusals(calls).All();
            new Negotiations(calls).All();
            foreach (string member in calls.Presence.NeverFilled) calls.Fail(member, "never anything but a default");
            Console.WriteLine("called {0}", calls.Site.Calls);
            return calls.Failures == 0 ? 0 : 1;
        }
    }
}
