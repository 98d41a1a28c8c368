// Writes the XSD files of the types of Types.cs: Export.exe FOLDER
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using System.Xml.Schema;

static class Export
{
    static string FileName(string ns)
    {
        if (ns == "") return "none.xsd";
        string name = ns.Replace("http://", "").TrimEnd('/').Replace('/', '.').Replace(':', '.');
        return name + ".xsd";
    }

    static void Main(string[] arguments)
    {
        var exporter = new XsdDataContractExporter();
        var types = Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type.Namespace != null && type.Namespace.StartsWith("Depot") && !type.ContainsGenericParameters)
            .Where(type => !type.FullName.EndsWith("Holder"))
            .OrderBy(type => type.FullName, StringComparer.Ordinal);
        foreach (var type in types) exporter.Export(type);
        exporter.Export(typeof(List<Depot.Models.Scalars>));
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };
        foreach (XmlSchema schema in exporter.Schemas.Schemas())
        {
            if (schema.TargetNamespace == XmlSchema.Namespace) continue;
            string file = Path.Combine(arguments[0], FileName(schema.TargetNamespace ?? ""));
            using (var writer = XmlWriter.Create(file, settings)) schema.Write(writer);
        }
    }
}
