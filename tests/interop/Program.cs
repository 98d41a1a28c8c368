// Random values of the contracts: write them, read them back from other hands, compare object graphs.
//   interop.exe types
//   interop.exe write SEED COUNT FILE        a line each: type, seed, form, base64 of the document
//   interop.exe compare FILE                 the same lines written by others: is it the value of that seed?
//   interop.exe read FILE                    any documents, as type and base64: what ReadObject(Stream) makes of them, written again
using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;

namespace Interop
{
    /// <summary>The same numbers for the same seed on every runtime.</summary>
    public class Dice
    {
        private ulong state;
        public Dice(ulong seed) { state = seed * 2862933555777941757UL + 3037000493UL; Next(); Next(); }
        public uint Next() { state = state * 6364136223846793005UL + 1442695040888963407UL; return (uint)(state >> 33) ^ (uint)(state >> 12); }
        public int Below(int limit) { return (int)(Next() % (uint)limit); }
        public bool Chance(int percent) { return Below(100) < percent; }
        public ulong Wide() { return ((ulong)Next() << 32) | Next(); }
        public T Pick<T>(params T[] choices) { return choices[Below(choices.Length)]; }
    }

    public class Values
    {
        private readonly Dice dice;
        private readonly bool carriageReturns;
        private readonly Dictionary<Type, List<object>> made = new Dictionary<Type, List<object>>();
        public Values(ulong seed, bool carriageReturns) { dice = new Dice(seed); this.carriageReturns = carriageReturns; }

        public object Make(Type type, int depth, params Type[] known)
        {
            Type inner = Nullable.GetUnderlyingType(type);
            if (inner != null) return dice.Chance(40) ? null : Make(inner, depth);
            if (type == typeof(object) || type.IsInterface && !type.IsGenericType) return Open(type, depth, known);
            object simple = Simple(type);
            if (simple != null || type == typeof(string) || type == typeof(byte[]) || type == typeof(Uri) || type == typeof(XmlQualifiedName)) return simple;
            if (!type.IsValueType && dice.Chance(depth == 0 ? 0 : 15)) return null;
            if (type.IsArray) return Items(type.GetElementType(), depth, known, type);
            if (typeof(IDictionary).IsAssignableFrom(type) || Generic(type, typeof(IDictionary<,>))) return Map(type, depth, known);
            Type item = ItemType(type);
            if (item != null) return Items(item, depth, known, type);
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            {
                Type[] two = type.GetGenericArguments();
                return Activator.CreateInstance(type, Make(two[0], depth + 1), Make(two[1], depth + 1));
            }
            return Object(type, depth);
        }

        private object Object(Type declared, int depth)
        {
            Type[] derived = declared.GetCustomAttributes(typeof(KnownTypeAttribute), false).Cast<KnownTypeAttribute>()
                .Select(known => known.Type).Where(known => declared.IsAssignableFrom(known) && known != declared).ToArray();
            Type type = derived.Length > 0 && dice.Chance(50) ? dice.Pick(derived) : declared;
            var contract = (DataContractAttribute)Attribute.GetCustomAttribute(type, typeof(DataContractAttribute), false);
            bool reference = contract != null && contract.IsReference;
            if (!made.ContainsKey(type)) made[type] = new List<object>();
            if (reference && made[type].Count > 0 && dice.Chance(45)) return made[type][dice.Below(made[type].Count)];
            if (depth > 6 && !type.IsValueType) return null;
            object value = FormatterServices.GetUninitializedObject(type);
            if (reference) made[type].Add(value);
            Type[] known_ = type.GetCustomAttributes(typeof(KnownTypeAttribute), true).Cast<KnownTypeAttribute>().Select(known => known.Type).ToArray();
            foreach (MemberInfo member in Members(type))
            {
                FieldInfo field = member as FieldInfo;
                PropertyInfo property = member as PropertyInfo;
                object made_ = Make(field != null ? field.FieldType : property.PropertyType, depth + 1, known_);
                if (field != null) field.SetValue(value, made_); else property.SetValue(value, made_, null);
            }
            return value;
        }

        private object Open(Type type, int depth, Type[] known)
        {
            if (dice.Chance(20)) return null;
            Type[] fitting = known.Where(each => type.IsAssignableFrom(each)).ToArray();
            if (type != typeof(object)) return fitting.Length == 0 ? null : Object(dice.Pick(fitting), depth + 1);
            if (fitting.Length > 0 && depth < 4 && dice.Chance(50)) return Make(dice.Pick(fitting), depth + 1, known) ?? (object)7;
            object simple = Simple(dice.Pick(typeof(bool), typeof(sbyte), typeof(short), typeof(int), typeof(long), typeof(byte), typeof(ushort), typeof(uint),
                typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(string), typeof(Guid), typeof(DateTime),
                typeof(TimeSpan), typeof(byte[]), typeof(Uri), typeof(XmlQualifiedName))) ?? "instead of null";
            // The stream writer gives a name without namespace to an element that it thereby moves out of its own: no reader finds it again.
            XmlQualifiedName name = simple as XmlQualifiedName;
            return name != null && name.Namespace == "" ? new XmlQualifiedName(name.Name, "urn:q") : simple;
        }

        private object Items(Type item, int depth, Type[] known, Type type)
        {
            int count = depth > 4 ? 0 : dice.Pick(0, 1, 1, 2, 3);
            Array items = Array.CreateInstance(item, count);
            for (int index = 0; index < count; index++) items.SetValue(Make(item, depth + 1, known), index);
            if (type.IsArray) return items;
            IList list = (IList)Activator.CreateInstance(type.IsInterface ? typeof(List<>).MakeGenericType(item) : type);
            foreach (object each in items) list.Add(each);
            return list;
        }

        private object Map(Type type, int depth, Type[] known)
        {
            Type[] two = type.GetInterfaces().Concat(new[] { type })
                .First(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IDictionary<,>)).GetGenericArguments();
            IDictionary map = (IDictionary)Activator.CreateInstance(type.IsInterface ? typeof(Dictionary<,>).MakeGenericType(two) : type);
            for (int count = depth > 4 ? 0 : dice.Pick(0, 1, 2, 3); count > 0; count--)
            {
                object key = Make(two[0], depth + 1) ?? "";
                object value = Make(two[1], depth + 1, known);
                if (!map.Contains(key)) map.Add(key, value);
            }
            return map;
        }

        /// <summary>A value without parts; null for null and for what has parts.</summary>
        private object Simple(Type type)
        {
            if (type.IsEnum) return Enum(type);
            switch (type.Name)
            {
                case "Boolean": return dice.Chance(50);
                case "SByte": return dice.Pick<sbyte>(0, -1, 1, sbyte.MinValue, sbyte.MaxValue, (sbyte)dice.Next());
                case "Int16": return dice.Pick<short>(0, -1, short.MinValue, short.MaxValue, (short)dice.Next());
                case "Int32": return dice.Pick(0, -1, 42, int.MinValue, int.MaxValue, (int)dice.Next());
                case "Int64": return dice.Pick(0L, -1L, long.MinValue, long.MaxValue, (long)dice.Wide(), dice.Below(1000));
                case "Byte": return (byte)dice.Next();
                case "UInt16": return (ushort)dice.Next();
                case "UInt32": return dice.Pick(0u, uint.MaxValue, dice.Next());
                case "UInt64": return dice.Pick(0UL, ulong.MaxValue, dice.Wide());
                case "Single": return dice.Pick(0f, 1.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, dice.Below(100000) / 8f, -dice.Below(1000));
                case "Double": return dice.Pick(0.0, 0.1, -1.5, 1E+20, 1E-7, double.NaN, double.PositiveInfinity, double.NegativeInfinity, dice.Below(1 << 30) / 1024.0, dice.Below(1000000));
                case "Decimal": return new decimal((int)dice.Next(), (int)dice.Next(), dice.Chance(30) ? (int)dice.Next() : 0, dice.Chance(50), (byte)dice.Below(29));
                case "Char": return dice.Pick('A', '\0', '\uffff', '\n', '\u00e9', '<', (char)dice.Below(0xd800));
                case "String": return dice.Chance(15) ? null : Text();
                case "Guid": return dice.Chance(10) ? Guid.Empty : new Guid((int)dice.Next(), (short)dice.Next(), (short)dice.Next(), Bytes(8));
                case "DateTime": return Moment();
                case "DateTimeOffset": return new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(dice.Below(1681) - 840)).AddTicks((long)(dice.Wide() % 6000000000000000UL));
                case "TimeSpan": return dice.Pick(TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks((long)dice.Wide() / 1000), TimeSpan.FromSeconds(dice.Below(100000)));
                case "Byte[]": return dice.Chance(15) ? null : Bytes(dice.Pick(0, 1, 2, 3, 20));
                case "Uri": return dice.Chance(15) ? null : new Uri(dice.Pick("http://example.org/", "https://example.org:8443/a%20b?q=1#f", "urn:x:y", "relative/path?x=1", "mailto:a@example.org"), UriKind.RelativeOrAbsolute);
                case "XmlQualifiedName": return dice.Chance(15) ? null : new XmlQualifiedName(dice.Pick("local", "a-b", "\u00e9"), dice.Pick("", "urn:q", "urn:interop:a"));
                default: return null;
            }
        }

        private object Enum(Type type)
        {
            Array values = System.Enum.GetValues(type);
            if (type == typeof(Sheet) || !type.IsDefined(typeof(FlagsAttribute), false)) return values.GetValue(dice.Below(values.Length));
            long bits = 0;
            foreach (object value in values) if (dice.Chance(40)) bits |= Convert.ToInt64(value);
            return System.Enum.ToObject(type, bits);
        }

        private DateTime Moment()
        {
            // No local ones: their text depends on the machine's zone.
            long ticks = dice.Pick(0L, DateTime.MaxValue.Ticks, 637135310450000000L, (long)(dice.Wide() % (ulong)DateTime.MaxValue.Ticks), 637135310450000000L + dice.Below(100000) * 1000L);
            // DateTime.MinValue is left out where EmitDefaultValue is false, whatever its kind.
            DateTimeKind kind = dice.Pick(DateTimeKind.Utc, DateTimeKind.Unspecified);
            return new DateTime(ticks, ticks == 0 ? DateTimeKind.Unspecified : kind);
        }

        private byte[] Bytes(int count)
        {
            byte[] bytes = new byte[count];
            for (int index = 0; index < count; index++) bytes[index] = (byte)dice.Next();
            return bytes;
        }

        private string Text()
        {
            string[] pieces = { "a", "Z", " ", "  ", "<", ">", "&", "\"", "'", "]]>", "\u00e9", "\u4e2d", "\ud83d\ude00", "\t", "\n", "&amp;", "1", "\u0085", "\u2028", "\u0001", "word", carriageReturns ? "\r" : "-" };
            StringBuilder text = new StringBuilder();
            for (int count = dice.Pick(0, 1, 2, 3, 8); count > 0; count--) text.Append(dice.Pick(pieces));
            return text.ToString();
        }

        public static IEnumerable<MemberInfo> Members(Type type)
        {
            for (Type level = type; level != null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
            {
                foreach (FieldInfo field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).OrderBy(field => field.Name, StringComparer.Ordinal))
                {
                    bool generated = field.IsDefined(typeof(CompilerGeneratedAttribute), false);
                    if (!generated && (field.IsPublic || level.IsDefined(typeof(SerializableAttribute), false))) yield return field;
                }
                foreach (PropertyInfo property in level.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).OrderBy(property => property.Name, StringComparer.Ordinal))
                    if (property.CanRead && property.CanWrite) yield return property;
            }
        }

        public static Type ItemType(Type type)
        {
            Type found = type.GetInterfaces().Concat(new[] { type })
                .FirstOrDefault(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>));
            return found == null || type == typeof(string) ? null : found.GetGenericArguments()[0];
        }

        private static bool Generic(Type type, Type definition) { return type.IsGenericType && type.GetGenericTypeDefinition() == definition; }
    }

    /// <summary>Whether two object graphs are the same: values, runtime types, shared objects and cycles.</summary>
    public class Comparison
    {
        private readonly Dictionary<object, object> partners = new Dictionary<object, object>(new ByIdentity());
        private sealed class ByIdentity : IEqualityComparer<object>
        {
            bool IEqualityComparer<object>.Equals(object one, object other) { return ReferenceEquals(one, other); }
            int IEqualityComparer<object>.GetHashCode(object value) { return RuntimeHelpers.GetHashCode(value); }
        }

        /// <summary>Where they differ; null if nowhere.</summary>
        public string Difference(object one, object other, string path)
        {
            if (one == null || other == null) return one == other ? null : path + ": " + (one ?? "null") + " and " + (other ?? "null");
            Type type = one.GetType();
            if (one is DateTime && other is DateTime)
                return ((DateTime)one).Ticks == ((DateTime)other).Ticks && ((DateTime)one).Kind == ((DateTime)other).Kind ? null : path + ": " + ((DateTime)one).ToString("o") + " and " + ((DateTime)other).ToString("o");
            if (one is DateTimeOffset && other is DateTimeOffset) return ((DateTimeOffset)one).EqualsExact((DateTimeOffset)other) ? null : path + ": " + one + " and " + other;
            if (one is decimal && other is decimal) return decimal.GetBits((decimal)one).SequenceEqual(decimal.GetBits((decimal)other)) ? null : path + ": " + one + " and " + other;
            if (type.IsPrimitive || type.IsEnum || one is string || one is Guid || one is TimeSpan || one is Uri || one is XmlQualifiedName)
                return one.Equals(other) ? null : path + ": " + one + " (" + type + ") and " + other + " (" + other.GetType() + ")";
            bool collection = one is IEnumerable;
            if (!collection && type != other.GetType()) return path + ": " + type + " and " + other.GetType();
            if (!type.IsValueType && !collection)
            {
                object partner;
                if (partners.TryGetValue(one, out partner)) return Shared(type) == ReferenceEquals(partner, other) || !Shared(type) ? null : path + ": not the same object";
                partners[one] = other;
            }
            if (collection) return Collections((IEnumerable)one, other as IEnumerable, path);
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
                return Difference(type.GetProperty("Key").GetValue(one, null), type.GetProperty("Key").GetValue(other, null), path + "/key")
                    ?? Difference(type.GetProperty("Value").GetValue(one, null), type.GetProperty("Value").GetValue(other, null), path + "/value");
            foreach (MemberInfo member in Values.Members(type))
            {
                FieldInfo field = member as FieldInfo;
                PropertyInfo property = member as PropertyInfo;
                string found = field != null ? Difference(field.GetValue(one), field.GetValue(other), path + "/" + field.Name)
                    : Difference(property.GetValue(one, null), property.GetValue(other, null), path + "/" + property.Name);
                if (found != null) return found;
            }
            return null;
        }

        private static bool Shared(Type type)
        {
            var contract = (DataContractAttribute)Attribute.GetCustomAttribute(type, typeof(DataContractAttribute), false);
            return contract != null && contract.IsReference;
        }

        private string Collections(IEnumerable one, IEnumerable other, string path)
        {
            if (other == null) return path + ": a collection and none";
            object[] first = one.Cast<object>().ToArray(), second = other.Cast<object>().ToArray();
            if (first.Length != second.Length) return path + ": " + first.Length + " and " + second.Length + " items";
            for (int index = 0; index < first.Length; index++)
            {
                string found = first[index] is DictionaryEntry
                    ? Difference(((DictionaryEntry)first[index]).Key, ((DictionaryEntry)second[index]).Key, path + "[" + index + "]/key") ?? Difference(((DictionaryEntry)first[index]).Value, ((DictionaryEntry)second[index]).Value, path + "[" + index + "]/value")
                    : Difference(first[index], second[index], path + "[" + index + "]");
                if (found != null) return found;
            }
            return null;
        }
    }

    public static class Program
    {
        private static readonly Type[] Roots = typeof(Numbers).Assembly.GetTypes()
            .Where(type => type.Namespace == "Interop" && type.IsPublic && !type.IsGenericType && !type.IsInterface && !type.IsAbstract && !type.IsEnum
                && type != typeof(Dice) && type != typeof(Values) && type != typeof(Comparison))
            .OrderBy(type => type.Name, StringComparer.Ordinal).ToArray();

        public static int Main(string[] arguments)
        {
            switch (arguments[0])
            {
                case "types": foreach (Type type in Roots) Console.WriteLine(type.Name); return 0;
                case "write": return Write(ulong.Parse(arguments[1]), int.Parse(arguments[2]), arguments[3]);
                case "compare": return Compare(arguments[1]);
                case "read": return Read(arguments[1]);
                default: return 2;
            }
        }

        private static object Value(Type type, ulong seed, string form) { return new Values(seed, form == "stream").Make(type, 0); }

        private static byte[] Document(Type type, object value, string form)
        {
            MemoryStream stream = new MemoryStream();
            DataContractSerializer serializer = new DataContractSerializer(type);
            if (form == "stream") { serializer.WriteObject(stream, value); return stream.ToArray(); }
            XmlWriterSettings settings = new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false, Encoding = new UTF8Encoding(false), Indent = form == "indent", NewLineChars = "\n" };
            using (XmlWriter writer = XmlWriter.Create(stream, settings)) serializer.WriteObject(writer, value);
            return stream.ToArray();
        }

        private static int Write(ulong seed, int count, string file)
        {
            using (StreamWriter lines = new StreamWriter(file, false, new UTF8Encoding(false)))
                foreach (Type type in Roots)
                    for (int index = 0; index < count; index++)
                    {
                        ulong own = seed * 1000003UL + (ulong)index;
                        string form = new[] { "xmlwriter", "stream", "indent" }[index % 3];
                        lines.WriteLine("{0}\t{1}\t{2}\t{3}", type.Name, own, form, Convert.ToBase64String(Document(type, Value(type, own, form), form)));
                    }
            return 0;
        }

        private static int Read(string file)
        {
            foreach (string line in File.ReadLines(file))
            {
                string[] parts = line.Split('\t');
                DataContractSerializer serializer = new DataContractSerializer(Roots.First(each => each.Name == parts[0]));
                try
                {
                    object value = serializer.ReadObject(new MemoryStream(Convert.FromBase64String(parts[1])));
                    MemoryStream stream = new MemoryStream();
                    serializer.WriteObject(stream, value);
                    Console.WriteLine("read\t{0}", Convert.ToBase64String(stream.ToArray()));
                }
                catch (Exception error)
                {
                    string message = error.GetType().Name + ": " + error.Message + (error.InnerException == null ? "" : " <- " + error.InnerException.Message);
                    Console.WriteLine("refused\t{0}", message.Replace("\r", " ").Replace("\n", " "));
                }
            }
            return 0;
        }

        private static int Compare(string file)
        {
            int failed = 0, compared = 0;
            foreach (string line in File.ReadLines(file))
            {
                string[] parts = line.Split('\t');
                Type type = Roots.First(each => each.Name == parts[0]);
                string difference;
                try
                {
                    XmlReader reader = XmlReader.Create(new MemoryStream(Convert.FromBase64String(parts[3])), new XmlReaderSettings { CheckCharacters = false });
                    object read = new DataContractSerializer(type).ReadObject(reader);
                    difference = new Comparison().Difference(Value(type, ulong.Parse(parts[1]), parts[2]), read, parts[0]);
                }
                catch (Exception error) { difference = error.GetType().Name + ": " + error.Message; }
                compared++;
                if (difference != null) { failed++; Console.WriteLine("{0}\t{1}\t{2}\t{3}", parts[0], parts[1], parts[2], difference.Replace("\n", " ")); }
            }
            Console.WriteLine("compared\t{0}\tfailed\t{1}", compared, failed);
            return failed == 0 ? 0 : 1;
        }
    }
}
