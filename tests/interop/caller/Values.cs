// Whether .NET found in a document what the contract says is in it.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Caller
{
    /// <summary>
    /// Collects which members of the objects that were read hold nothing but defaults: that of a value (0, false) may be one now and then,
    /// but a reference or nullable that is null, or an empty text, was not found in the document.
    /// </summary>
    public class Presence
    {
        private readonly HashSet<string> met = new HashSet<string>();
        private readonly HashSet<string> filled = new HashSet<string>();

        /// <summary>Members that were met, but never with a value of their own.</summary>
        public IEnumerable<string> NeverFilled { get { return met.Except(filled).OrderBy(name => name, StringComparer.Ordinal); } }

        /// <summary>The first member that has no value; null if all do.</summary>
        /// <param name="mayBeNull">The names of members that say something by being null.</param>
        public string Lacking(object value, string path, params string[] mayBeNull)
        {
            if (value == null || value as string == "") return path;
            Type type = value.GetType();
            if (type.IsPrimitive || value is string) return null;
            if (type.IsValueType && !(value is DictionaryEntry)) return value.Equals(Activator.CreateInstance(type)) ? path : null;
            if (value is IDictionary)
            {
                IDictionary map = (IDictionary)value;
                string name = path.Substring(path.LastIndexOf('/') + 1);
                if (map.Count == 0) return path;
                return map.Keys.Cast<object>().Where(key => map[key] != null || !mayBeNull.Contains(name))
                    .Select(key => Lacking(map[key], path + "[" + key + "]")).FirstOrDefault(found => found != null);
            }
            if (value is IEnumerable)
            {
                object[] items = ((IEnumerable)value).Cast<object>().ToArray();
                return items.Select((item, index) => Lacking(item, path + "[" + index + "]", mayBeNull)).FirstOrDefault(found => found != null);
            }
            foreach (MemberInfo member in Interop.Values.Members(type))
            {
                object inner = ((PropertyInfo)member).GetValue(value, null);
                if (inner == null && mayBeNull.Contains(member.Name)) continue;
                string name = type.Name + "." + member.Name;
                met.Add(name);
                if (inner != null && !(inner.GetType().IsPrimitive && inner.Equals(Activator.CreateInstance(inner.GetType())))) filled.Add(name);
                string found = Lacking(inner, path + "/" + member.Name, mayBeNull);
                if (found != null) return found;
            }
            return null;
        }
    }
}
