// Objects for a seed: the same in every run, made of what codecs are likely to get wrong.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using AS.Models.API;
using EntityModel;
using Interop;

namespace Peer
{
    public class Generated
    {
        // No carriage returns: an XmlWriter turns them into line breaks. No NaN: JSON has none.
        private static readonly string[] Texts =
        {
            "", " ", "  both ends  ", "\n", "\t", "two\nlines\n", "null", "true", "0", "-1", "2020-01-02T03:04:05Z", "/Date(0)/",
            "<a b=\"c\">&amp;</a>", "a & b < c > d", "]]>", "<![CDATA[x]]>", "<!-- -->", "&#65;", "quote\" apostrophe' slash/ backslash\\",
            "\\u0041\\n", "Gr\u00f6\u00dfe", "\u00e9 e\u0301", "\u4e2d\u6587", "\u05e9\u05dc\u05d5\u05dd", "\ud83d\ude00", "\ufeffmark",
            "\0\u0001\u001f\u007f\u0085", "\u00a0\u2028\u2029", "\ufffd\ufffe\uffff", "a+b c%20d", "{\"a\":1}", "[]",
        };
        private readonly Dice dice;

        private Generated(int seed) { dice = new Dice(unchecked((ulong)seed)); }

        public static Batch Batch(int seed) { return new Generated(seed).Batch(); }

        public static List<mediwave_batch_details> Details(int seed)
        {
            Generated generated = new Generated(seed);
            return generated.Items(generated.Detail);
        }

        /// <summary>One of the batches that are paged; never null, so that they can be counted.</summary>
        public static mediwave_batch_details Detail(int seed) { return new Generated(seed).Detail(); }

        private Batch Batch()
        {
            return new Batch
            {
                Name = Text(), AppTag = Text(), Description = Text(), Parameters = Map(), ID = Text(), Status = Number(), TimeoutMinutes = Number(),
            };
        }

        private mediwave_batch_details Detail()
        {
            return new mediwave_batch_details
            {
                step = Number(), analysis = OrNull(Analysis), completion = Number(), id = Id(), local_id = Text(),
                medistream_compartments = OrNull(() => Items(MedistreamCompartment)), mediwave_details = OrNull(Mediwave), stepName = Text(),
            };
        }

        private BatchDetailsAnalysisViewModel Analysis()
        {
            return new BatchDetailsAnalysisViewModel
            {
                end = Moment(), class1 = Flag(), class2 = Flag(), class3 = Flag(), hd03 = Maybe(Number), hd05 = Maybe(Number), start = Moment(),
            };
        }

        private medistream_compartment_details MedistreamCompartment()
        {
            return new medistream_compartment_details
            {
                done = Maybe(Flag), duration = Maybe(Number), elapsed_time = Text(), id = Id(), medistream_id = Id(), number = Number(),
                started = Flag(), temperatures = OrNull(() => Items(Temperature)), temperature_type = Text(),
            };
        }

        private BatchDetailsMediwaveViewModel Mediwave()
        {
            return new BatchDetailsMediwaveViewModel
            {
                id = Id(), name = Text(), temperatures = OrNull(() => Items(Temperature)), ph_check = Maybe(Flag), reset_check = Maybe(Flag),
                temperature_check = Maybe(Flag), dosage_check = Maybe(Flag), done = Maybe(Flag), duration = Text(),
                compartments = OrNull(() => Items(MediwaveCompartment)), temperature_type = Text(),
            };
        }

        private mediwave_compartment_details MediwaveCompartment()
        {
            return new mediwave_compartment_details { number = Number(), count = Number(), pieces = OrNull(() => Items(Pieces)) };
        }

        private description_count Pieces() { return new description_count { count = Number(), description = Map() }; }

        private temperature_data Temperature() { return new temperature_data { time = Moment(), temperature = Measured() }; }

        private T OrNull<T>(Func<T> make) where T : class { return dice.Chance(15) ? null : make(); }

        private T? Maybe<T>(Func<T> make) where T : struct { return dice.Chance(40) ? (T?)null : make(); }

        private List<T> Items<T>(Func<T> make) where T : class
        {
            return Enumerable.Range(0, dice.Pick(0, 1, 2, 3)).Select(_ => OrNull(make)).ToList();
        }

        private Dictionary<string, string> Map()
        {
            if (dice.Chance(15)) return null;
            Dictionary<string, string> map = new Dictionary<string, string>();
            for (int count = dice.Pick(0, 1, 2, 5); count > 0; count--) map[Text() ?? "key"] = Text();
            return map;
        }

        private string Text()
        {
            if (dice.Chance(10)) return null;
            if (dice.Chance(60)) return dice.Pick(Texts);
            StringBuilder text = new StringBuilder();
            for (int count = dice.Pick(2, 3, 40); count > 0; count--) text.Append(dice.Pick(Texts));
            return text.ToString();
        }

        private bool Flag() { return dice.Chance(50); }

        private int Number() { return dice.Pick(0, 1, -1, int.MinValue, int.MaxValue, (int)dice.Next(), dice.Below(1000)); }

        private double Measured()
        {
            double usual = dice.Below(100000) / 8.0;
            return dice.Pick(usual, 0.0, 0.1, 36.6, -273.15, 1E+20, 1E-7, 123456789.125, double.MaxValue, double.Epsilon, (int)usual);
        }

        private Guid Id() { return dice.Chance(10) ? Guid.Empty : new Guid((int)dice.Next(), (short)dice.Next(), (short)dice.Next(), Bytes(8)); }

        private byte[] Bytes(int count) { return Enumerable.Range(0, count).Select(_ => (byte)dice.Next()).ToArray(); }

        private DateTime Moment()
        {
            long second = new DateTime(2020, 2, 29, 12, 34, 56).Ticks + dice.Below(100000000) * TimeSpan.TicksPerSecond;
            long ticks = dice.Pick(second, second + 1, second + 1234567, second + 1000000, second + dice.Below(10000000), 0, DateTime.MaxValue.Ticks);
            // No local ones: their text depends on the machine's zone.
            return new DateTime(ticks, dice.Pick(DateTimeKind.Utc, DateTimeKind.Unspecified));
        }
    }
}
