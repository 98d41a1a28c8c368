// The contracts of the peer: those of two documented pages, and what Web API answers by itself.
// specs/peer says the same in wiresmith's language.
using System;
using System.Collections.Generic;
using System.Xml;
using System.Xml.Schema;
using System.Xml.Serialization;
using Newtonsoft.Json;

namespace EntityModel
{
    public class mediwave_batch_details
    {
        public int step { get; set; }
        public BatchDetailsAnalysisViewModel analysis { get; set; }
        public int completion { get; set; }
        public Guid id { get; set; }
        public string local_id { get; set; }
        public List<medistream_compartment_details> medistream_compartments { get; set; }
        public BatchDetailsMediwaveViewModel mediwave_details { get; set; }
        public string stepName { get; set; }
    }

    public class BatchDetailsAnalysisViewModel
    {
        public DateTime end { get; set; }
        public bool class1 { get; set; }
        public bool class2 { get; set; }
        public bool class3 { get; set; }
        public int? hd03 { get; set; }
        public int? hd05 { get; set; }
        public DateTime start { get; set; }
    }

    public class medistream_compartment_details
    {
        public bool? done { get; set; }
        public int? duration { get; set; }
        public string elapsed_time { get; set; }
        public Guid id { get; set; }
        public Guid medistream_id { get; set; }
        public int number { get; set; }
        public bool started { get; set; }
        public List<temperature_data> temperatures { get; set; }
        public string temperature_type { get; set; }
    }

    public class BatchDetailsMediwaveViewModel
    {
        public Guid id { get; set; }
        public string name { get; set; }
        public List<temperature_data> temperatures { get; set; }
        public bool? ph_check { get; set; }
        public bool? reset_check { get; set; }
        public bool? temperature_check { get; set; }
        public bool? dosage_check { get; set; }
        public bool? done { get; set; }
        public string duration { get; set; }
        public List<mediwave_compartment_details> compartments { get; set; }
        public string temperature_type { get; set; }
    }

    public class temperature_data
    {
        public DateTime time { get; set; }
        public double temperature { get; set; }
    }

    public class mediwave_compartment_details
    {
        public int number { get; set; }
        public int count { get; set; }
        public List<description_count> pieces { get; set; }
    }

    public class description_count
    {
        public int count { get; set; }
        public Dictionary<string, string> description { get; set; }
    }
}

namespace AS.Models.API
{
    // The page's JSON has Data in the middle, its XML at the end: the numbers count for JSON alone.
    public class PBPRReturn
    {
        [JsonProperty(Order = 1)] public bool Success { get; set; }
        [JsonProperty(Order = 2)] public Dictionary<string, string> Meta { get; set; }
        [JsonProperty(Order = 3)] public int Code { get; set; }
        [JsonProperty(Order = 4)] public int ErrorCode { get; set; }
        [JsonProperty(Order = 6)] public int ErrorSubCode { get; set; }
        [JsonProperty(Order = 7)] public string ErrorDescription { get; set; }
        [JsonProperty(Order = 8)] public string StatusUrl { get; set; }
        [JsonProperty(Order = 9)] public string ContinuationToken { get; set; }
    }

    public class PBPRReturn<T> : PBPRReturn
    {
        [JsonProperty(Order = 5)] public T Data { get; set; }
    }

    public class Batch
    {
        public string Name { get; set; }
        public string AppTag { get; set; }
        public string Description { get; set; }
        public Dictionary<string, string> Parameters { get; set; }
        public string ID { get; set; }
        public int Status { get; set; }
        public int TimeoutMinutes { get; set; }
    }
}

namespace Peer
{
    public class Verdict
    {
        public bool equal { get; set; }
    }

    /// <summary>Web API's error: a dictionary in JSON, elements without a namespace in XML.</summary>
    [XmlRoot("Error")]
    public class HttpError : Dictionary<string, object>, IXmlSerializable
    {
        public HttpError() { }
        public HttpError(string message) { Add("Message", message); }

        XmlSchema IXmlSerializable.GetSchema() { return null; }

        void IXmlSerializable.ReadXml(XmlReader reader)
        {
            bool isEmpty = reader.IsEmptyElement;
            reader.ReadStartElement();
            if (isEmpty) return;
            while (reader.MoveToContent() != XmlNodeType.EndElement) Add(XmlConvert.DecodeName(reader.LocalName), reader.ReadInnerXml());
            reader.ReadEndElement();
        }

        void IXmlSerializable.WriteXml(XmlWriter writer)
        {
            foreach (KeyValuePair<string, object> member in this)
            {
                writer.WriteStartElement(XmlConvert.EncodeLocalName(member.Key));
                IXmlSerializable inner = member.Value as HttpError;
                if (inner != null) inner.WriteXml(writer);
                else if (member.Value != null) writer.WriteValue(member.Value);
                writer.WriteEndElement();
            }
        }
    }
}
