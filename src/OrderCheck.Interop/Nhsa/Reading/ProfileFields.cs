using System.Runtime.CompilerServices;
using OrderCheck.Core.Regions;

namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>All nodes as a region calls their members; made once for each profile.</summary>
internal sealed class ProfileFields
{
    private static readonly ConditionalWeakTable<RegionProfile, ProfileFields> Made = [];

    private ProfileFields(FieldRenames renames)
    {
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
}
