// The contracts of the interop run. specs/interop/api.yaml says the same in wiresmith's language.
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Runtime.Serialization;
using System.Xml;

namespace Interop
{
    [DataContract] public class Numbers
    {
        [DataMember] public bool Flag;
        [DataMember] public sbyte I8;
        [DataMember] public short I16;
        [DataMember] public int I32;
        [DataMember] public long I64;
        [DataMember] public byte U8;
        [DataMember] public ushort U16;
        [DataMember] public uint U32;
        [DataMember] public ulong U64;
        [DataMember] public float Single;
        [DataMember] public double Double;
        [DataMember] public decimal Decimal;
        [DataMember] public char Char;
    }

    public class Texts
    {
        public string Text { get; set; }
        public byte[] Blob { get; set; }
        public Uri Link { get; set; }
        public XmlQualifiedName Name { get; set; }
        public Guid Id { get; set; }
    }

    public class Moments
    {
        public DateTime At;
        public DateTimeOffset Zoned;
        public TimeSpan Lasting;
        public DateTime? Maybe;
        public DateTimeOffset? MaybeZoned;
    }

    public class Nullables
    {
        public bool? Flag;
        public int? I32;
        public long? I64;
        public double? Double;
        public decimal? Decimal;
        public char? Char;
        public Guid? Id;
        public TimeSpan? Lasting;
        public Colour? Colour;
        public Point? Point;
    }

    public enum Colour { Red, Green, Blue = 10, Azure = 10 }
    public enum Size : byte { Small = 1, Large = 200 }
    [DataContract(Name = "Paper", Namespace = "urn:interop:paper")] public enum Sheet
    {
        [EnumMember(Value = "A 4 <&>")] A4,
        [EnumMember] Letter,
    }
    [Flags] public enum Access { None = 0, Read = 1, Write = 2, Run = 4, All = 7 }
    [Flags] public enum Bits : long { High = 1L << 40, Low = 1 }

    [DataContract] public class Enums
    {
        [DataMember] public Colour Colour;
        [DataMember] public Size Size = Size.Small;
        [DataMember] public Sheet Sheet;
        [DataMember] public Access Access;
        [DataMember] public Bits Bits;
        [DataMember] public List<Colour> Colours;
        [DataMember] public List<Colour?> MaybeColours;
        [DataMember] public Access[] Accesses;
    }

    public struct Point { public int X; public int Y; }
    [DataContract(Namespace = "urn:interop:shapes")] public struct Box
    {
        [DataMember] public Point Corner;
        [DataMember] public Point? Other;
        [DataMember] public string Label;
    }

    [DataContract] public class Structs
    {
        [DataMember] public Point Point;
        [DataMember] public Box Box;
        [DataMember] public List<Point> Points;
        [DataMember] public List<Point?> MaybePoints;
        [DataMember] public Box[] Boxes;
    }

    public class Lists
    {
        public List<int> Ints;
        public List<string> Texts;
        public List<int?> MaybeInts;
        public double[] Doubles;
        public List<Guid> Ids;
        public List<byte[]> Blobs;
        public List<DateTimeOffset> Moments;
        public List<List<int>> Grid;
        public string[][] Jagged;
        public List<Leaf> Leaves;
        public Collection<Leaf> More;
        public IEnumerable<decimal> Amounts;
        public List<char> Chars;
    }

    [DataContract] public class Leaf { [DataMember] public string Name; [DataMember] public int Weight; }
    [DataContract(Namespace = "urn:interop:far")] public class Far
    {
        [DataMember] public Leaf Leaf;
        [DataMember] public List<Leaf> Leaves;
        [DataMember] public Farther Next;
    }
    [DataContract(Namespace = "urn:interop:farther")] public class Farther
    {
        [DataMember] public List<int> Ints;
        [DataMember] public Far Back;
        [DataMember] public Dictionary<string, Far> Map;
    }
    [DataContract(Namespace = "")] public class Nowhere { [DataMember] public int X; [DataMember] public Leaf Leaf; [DataMember] public Nowhere Next; }

    public class Maps
    {
        public Dictionary<string, int> Counts;
        public Dictionary<int, string> Names;
        public Dictionary<string, Leaf> Leaves;
        public Dictionary<Colour, Leaf> ByColour;
        public Dictionary<Guid, List<string>> Lists;
        public Dictionary<string, Dictionary<string, int?>> Nested;
        public SortedDictionary<string, bool> Sorted;
        public IDictionary<long, double> Interface;
        public KeyValuePair<string, int> Pair;
        public List<KeyValuePair<int, Leaf>> Pairs;
    }

    [CollectionDataContract(Name = "Names", Namespace = "urn:interop:names", ItemName = "Name")] public class NameList : List<string> { }
    [CollectionDataContract] public class LeafList : List<Leaf> { }
    [CollectionDataContract(Name = "Ages", Namespace = "urn:interop:ages", ItemName = "Person", KeyName = "Who", ValueName = "Age")]
    public class AgeMap : Dictionary<string, int> { }
    public class PlainList : List<int> { }
    [CollectionDataContract(Name = "Bag{0}Of{#}", ItemName = "Thing")] public class Bag<T> : List<T> { }

    [DataContract] public class Customs
    {
        [DataMember] public NameList Names;
        [DataMember] public LeafList Leaves;
        [DataMember] public AgeMap Ages;
        [DataMember] public PlainList Plain;
        [DataMember] public Bag<Leaf> Bag;
    }

    public class Pair<A, B> { public A First; public B Second; }
    [DataContract(Name = "{0}Page{#}")] public class Page<T> { [DataMember] public List<T> Items; [DataMember] public int? Next; }
    public class Outer<A> { public class Inner { public A Value; } public class Both<B> { public A One; public B Two; } }

    public class Generics
    {
        public Pair<int, string> Plain;
        public Pair<Leaf, Far> Objects;
        public Pair<Pair<int, Leaf>, List<Leaf>> Nested;
        public Page<Leaf> Page;
        public Page<int> Numbers;
        public Outer<int>.Inner Inner;
        public Outer<Leaf>.Both<Far> Both;
        public Pair<int?, Colour?> Nullables;
        public Pair<Dictionary<string, int>, object> Open;
    }

    [DataContract(Namespace = "urn:interop:a")] [KnownType(typeof(Dog))] [KnownType(typeof(Puppy))] public class Animal
    {
        [DataMember] public string Name;
        [DataMember(Order = 2)] public int Second;
        [DataMember(Order = 1)] public int First;
    }
    [DataContract(Namespace = "urn:interop:b")] public class Dog : Animal { [DataMember] public int Barks; [DataMember] public List<int> Ages; }
    [DataContract(Name = "Pup", Namespace = "urn:interop:c")] public class Puppy : Dog { [DataMember] public Animal Mother; }

    [DataContract] public class Zoo
    {
        [DataMember] public Animal Star;
        [DataMember] public List<Animal> Animals;
        [DataMember] public Dictionary<string, Animal> ByName;
        [DataMember] public Animal[] More;
    }

    [KnownType(typeof(Leaf))] [KnownType(typeof(Colour))] [KnownType(typeof(List<int>))] [KnownType(typeof(Point))]
    [KnownType(typeof(DateTimeOffset))] [KnownType(typeof(Dictionary<string, object>))] [KnownType(typeof(Animal))]
    public class Anything
    {
        public object One;
        public object Two;
        public List<object> Many;
        public Dictionary<string, object> Named;
        public IShape Shape;
    }
    public interface IShape { }
    [KnownType(typeof(Circle))] public class Shapes { public IShape One; public List<IShape> Many; }
    public class Circle : IShape { public double Radius; }

    [DataContract(IsReference = true)] public class Node
    {
        [DataMember] public int Value;
        [DataMember] public Node Next;
        [DataMember] public List<Node> Others;
    }
    [DataContract(IsReference = true, Namespace = "urn:interop:graph")] [KnownType(typeof(Special))] public class Vertex { [DataMember] public string Name; [DataMember] public Vertex Near; }
    [DataContract(IsReference = true, Namespace = "urn:interop:special")] public class Special : Vertex { [DataMember] public Node Node; }
    [DataContract] public class Graph { [DataMember] public Node A; [DataMember] public Node B; [DataMember] public Vertex V; [DataMember] public Vertex W; }

    [DataContract] public class Sparse
    {
        [DataMember(EmitDefaultValue = false)] public int Int;
        [DataMember(EmitDefaultValue = false)] public string Text;
        [DataMember(EmitDefaultValue = false)] public bool Flag;
        [DataMember(EmitDefaultValue = false)] public double Double;
        [DataMember(EmitDefaultValue = false)] public decimal Decimal;
        [DataMember(EmitDefaultValue = false)] public int? Maybe;
        [DataMember(EmitDefaultValue = false)] public List<int> List;
        [DataMember(EmitDefaultValue = false)] public Leaf Leaf;
        [DataMember(IsRequired = true)] public string Needed;
    }

    [DataContract] public class SparseStructs
    {
        [DataMember(EmitDefaultValue = false)] public Guid Id;
        [DataMember(EmitDefaultValue = false)] public Colour Colour;
        [DataMember(EmitDefaultValue = false)] public TimeSpan Lasting;
        [DataMember(EmitDefaultValue = false)] public Point Point;
        [DataMember(EmitDefaultValue = false)] public DateTime At;
    }

    [DataContract(Name = "Odd Names")] public class Odd
    {
        [DataMember(Name = "with space")] public int A;
        [DataMember(Name = "a_x0020_b")] public int B;
        [DataMember(Name = "1st")] public string C;
        [DataMember(Name = "\u00e9t\u00e9")] public int D;
        [DataMember] public int _under;
        [DataMember] public int Upper;
        [DataMember] public int lower;
    }

    [Serializable] public class Fields { public int A; private string hidden; public string Hidden() { return hidden; } public int Auto { get; set; } }
    public class Tree { public int Value; public Tree Left; public Tree Right; public List<Tree> Children; }
    public class Empty { }
    [DataContract] public class Holder { [DataMember] public Empty Empty; [DataMember] public Empty Other; [DataMember] public Fields Fields; }
    [DataContract] public class Hidden { [DataMember] public int X; [DataMember] public int Y; }
    [DataContract] public class Hiding : Hidden { [DataMember] public new int Y; [DataMember] public int A; }
}
