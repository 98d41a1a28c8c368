// The data contracts whose XSD files stand beside this file; `spec/api.yaml` one folder up says the same in the spec language.
using System;
using System.Collections.Generic;
using System.Runtime.Serialization;
using System.Xml;

[assembly: ContractNamespace("urn:mapped", ClrNamespace = "Depot.Mapped")]

namespace Depot.Models
{
    [DataContract]
    public class Scalars
    {
        [DataMember] public string Text;
        [DataMember] public bool Bool;
        [DataMember] public sbyte Int8;
        [DataMember] public short Int16;
        [DataMember] public int Int32;
        [DataMember] public long Int64;
        [DataMember] public byte UInt8;
        [DataMember] public ushort UInt16;
        [DataMember] public uint UInt32;
        [DataMember] public ulong UInt64;
        [DataMember] public float Float32;
        [DataMember] public double Float64;
        [DataMember] public decimal Decimal;
        [DataMember] public DateTime DateTime;
        [DataMember] public DateTimeOffset DateTimeOffset;
        [DataMember] public TimeSpan TimeSpan;
        [DataMember] public Guid Guid;
        [DataMember] public Uri Uri;
        [DataMember] public byte[] Bytes;
        [DataMember] public char Char;
        [DataMember] public XmlQualifiedName QName;
        [DataMember] public object Any;
        [DataMember] public int? MaybeInt;
        [DataMember] public Guid? MaybeGuid;
        [DataMember] public DateTimeOffset? MaybeOffset;
        [DataMember] public State? MaybeState;
    }

    [DataContract]
    public class Ordered
    {
        [DataMember(IsRequired = true)] public string Required;
        [DataMember(Order = 1)] public string B;
        [DataMember(Order = 0)] public string C;
        [DataMember(Order = 1)] public string A;
        [DataMember(Name = "renamed")] public int Renamed;
        [DataMember(Name = "with space & <")] public int Odd;
        [DataMember(EmitDefaultValue = false)] public int Sparse;
        [DataMember(EmitDefaultValue = false, IsRequired = true)] public string SparseText;
    }

    public enum State { Open, Sealed, Lost }

    [DataContract(Name = "Colour", Namespace = "urn:colours")]
    public enum Color
    {
        [EnumMember(Value = "rot & <")] Red = 3,
        [EnumMember] Green = 1,
        Hidden = 7,
        [EnumMember] Blue = 2,
        [EnumMember] Azure = 2,
        [EnumMember] Minus = -4
    }

    [Flags]
    public enum Rights { None = 0, Read = 1, Write = 2, Both = 3, Run = 8 }

    [Flags]
    public enum Bits { One = 1, Two = 2, Four = 4 }

    [DataContract]
    public struct Point
    {
        [DataMember] public int X;
        [DataMember] public int Y;
        [DataMember] public Color Color;
    }

    [DataContract]
    public class Lists
    {
        [DataMember] public List<int> Ints;
        [DataMember] public List<int?> MaybeInts;
        [DataMember] public string[] Texts;
        [DataMember] public List<List<int>> Nested;
        [DataMember] public Point[] Points;
        [DataMember] public List<Point?> MaybePoints;
        [DataMember] public List<Color> Colors;
        [DataMember] public List<State?> States;
        [DataMember] public List<DateTimeOffset> Offsets;
        [DataMember] public List<Guid> Guids;
        [DataMember] public List<object> Objects;
        [DataMember] public Lists[] Again;
        [DataMember] public List<Depot.Mapped.Crate> Crates;
        [DataMember] public List<Dictionary<string, int>> Counts;
        [DataMember] public List<byte[]> Blobs;
        [DataMember] public Rights Rights;
        [DataMember] public List<Bits> Bits;
    }

    [DataContract]
    public class Dicts
    {
        [DataMember] public Dictionary<string, string> Texts;
        [DataMember] public Dictionary<int, Point> Points;
        [DataMember] public Dictionary<Guid, List<string>> Lists;
        [DataMember] public Dictionary<State, int?> States;
        [DataMember] public Dictionary<string, object> Anything;
        [DataMember] public Dictionary<string, Dictionary<string, Depot.Mapped.Crate>> Deep;
        [DataMember] public KeyValuePair<string, int> Pair;
        [DataMember] public List<KeyValuePair<Guid, Point>> Pairs;
    }

    [DataContract]
    [KnownType(typeof(Derived))]
    public class Base
    {
        [DataMember] public string Name;
        [DataMember(IsRequired = true)] public int Same;
    }

    [DataContract]
    public class Derived : Base
    {
        [DataMember] public Base Next;
        [DataMember(Name = "Same", IsRequired = true)] public string Another;
    }

    [DataContract(Namespace = "urn:third")]
    public class Third : Derived
    {
        [DataMember] public int Name2;
        [DataMember(Name = "Name")] public string Own;
    }

    [DataContract(IsReference = true)]
    public class Node
    {
        [DataMember] public Node Next;
        [DataMember] public List<Node> Children;
    }

    [DataContract(IsReference = true)]
    public class SpecialNode : Node
    {
        [DataMember] public int Weight;
    }

    [DataContract]
    public class Page<T>
    {
        [DataMember] public List<T> Items;
        [DataMember] public T First;
        [DataMember] public int Count;
    }

    [DataContract]
    public class Pair<A, B>
    {
        [DataMember] public A Left;
        [DataMember] public B Right;
    }

    [DataContract(Name = "{1}To{0}{#}", Namespace = "urn:formats")]
    public class Format<A, B>
    {
        [DataMember] public A Value;
        [DataMember] public B Other;
    }

    [DataContract(Name = "Plain{0}")]
    public class NoDigest<A>
    {
        [DataMember] public A Value;
    }

    [DataContract]
    public class Special<T> : Page<T>
    {
        [DataMember] public T Last;
    }

    public class Outer<A>
    {
        [DataContract]
        public class Inner<B>
        {
            [DataMember] public A First;
            [DataMember] public B Second;
        }

        [DataContract]
        public class Simple
        {
            [DataMember] public A Value;
        }
    }

    public class Holder
    {
        [DataContract]
        public class Held
        {
            [DataMember] public int X;
        }

        [DataContract]
        public class HeldPage<T>
        {
            [DataMember] public T X;
        }
    }

    [CollectionDataContract(Name = "Names", ItemName = "Name", Namespace = "urn:names")]
    public class NameList : List<string> { }

    [CollectionDataContract]
    public class Bare : List<Point> { }

    [CollectionDataContract(IsReference = true)]
    public class Shared : List<Point> { }

    [CollectionDataContract(Name = "Prices", ItemName = "Price", KeyName = "Item", ValueName = "Amount")]
    public class PriceTable : Dictionary<string, decimal> { }

    [CollectionDataContract]
    public class Bag<T> : List<T> { }

    [CollectionDataContract(Name = "Index{0}{#}", ItemName = "Entry")]
    public class Index<T> : Dictionary<string, T> { }

    [DataContract]
    public class Generics
    {
        [DataMember] public Page<int> A;
        [DataMember] public Page<string> B;
        [DataMember] public Page<Point> C;
        [DataMember] public Page<int?> D;
        [DataMember] public Page<List<int>> E;
        [DataMember] public Pair<string, Depot.Mapped.Crate> F;
        [DataMember] public Pair<Page<int>, Guid> G;
        [DataMember] public Format<int, Point> H;
        [DataMember] public Format<int, string> I;
        [DataMember] public NoDigest<Point> J;
        [DataMember] public Special<string> K;
        [DataMember] public Outer<int>.Inner<string> L;
        [DataMember] public Outer<Point>.Simple M;
        [DataMember] public Holder.Held N;
        [DataMember] public Holder.HeldPage<int> O;
        [DataMember] public Bag<int> P;
        [DataMember] public Bag<Point> Q;
        [DataMember] public Index<Point> R;
        [DataMember] public Page<Dictionary<string, int>> S;
        [DataMember] public Pair<State, DateTimeOffset> T;
        [DataMember] public List<Page<int>> U;
        [DataMember] public Page<Page<Point>[]> V;
        [DataMember] public Page<KeyValuePair<string, int>> W;
    }

    [DataContract]
    public class Collections
    {
        [DataMember] public NameList Names;
        [DataMember] public Bare Bare;
        [DataMember] public Shared Shared;
        [DataMember] public PriceTable Prices;
        [DataMember] public List<NameList> Lists;
        [DataMember] public List<int> Ints { get { return new List<int>(); } }
    }

    [DataContract(Namespace = "")]
    public class Nowhere
    {
        [DataMember] public int X;
        [DataMember] public Point Point;
    }

    [DataContract]
    public class Elsewhere
    {
        [DataMember] public Nowhere Nowhere;
    }
}

namespace Depot.Mapped
{
    [DataContract]
    public class Crate
    {
        [DataMember] public int Id;
        [DataMember] public List<Crate> Inside;
        [DataMember] public Depot.Models.State State;
    }

    public class Poco
    {
        public int Id { get; set; }
        public string Name { get; set; }
    }
}
