using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrderCheck.Core.Regions;
using OrderCheck.Interop.Nhsa.Wire;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>All nodes as a region calls their members; made once for each profile.</summary>
internal sealed class ProfileFields
{
    private static readonly ConditionalWeakTable<RegionProfile, ProfileFields> Made = [];

    private readonly JsonSerializerOptions _json;
    private readonly FrozenSet<string> _names;

    private ProfileFields(FieldRenames renames)
    {
        _json = RegionNames.Options(renames);
        _names = NhsaFields.Nodes.Values.SelectMany(static node => node.Keys).Concat(renames.All.Select(static one => one.Value)).Append("data").ToFrozenSet(StringComparer.Ordinal);
        Envelope = new NodeFields(FieldLists.Envelope, renames);
        Data = new NodeFields(FieldLists.Data, renames);
        Patient = new NodeFields(FieldLists.Patient, renames);
        Visit = new NodeFields(FieldLists.Visit, renames);
        Diagnosis = new NodeFields(FieldLists.Diagnosis, renames);
        Line = new NodeFields(FieldLists.Line, renames);
        Operation = new NodeFields(FieldLists.Operation, renames);
        Feedback = new NodeFields(FieldLists.Feedback, renames);
        Warning = new NodeFields(FieldLists.Warning, renames);
    }

    public NodeFields Envelope { get; }

    public NodeFields Data { get; }

    public NodeFields Patient { get; }

    public NodeFields Visit { get; }

    public NodeFields Diagnosis { get; }

    public NodeFields Line { get; }

    public NodeFields Operation { get; }

    public NodeFields Feedback { get; }

    public NodeFields Warning { get; }

    public static ProfileFields Of(RegionProfile profile) => Made.GetValue(profile, static one => new ProfileFields(one.Renames));

    /// <summary>How a body of the region is deserialised.</summary>
    public JsonTypeInfo<T> Json<T>() => (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));

    /// <summary>Some node has a member of that name.</summary>
    public bool Knows(string name) => _names.Contains(name);
}
