namespace OrderCheck.Core.Identity;

/// <summary>An encounter (就诊): one inpatient stay or outpatient visit.</summary>
/// <param name="Hospital">NHSA fixmedins_code; comes from the caller's identity, never from the request.</param>
/// <param name="VisitNumber">The HIS's visit number.</param>
public sealed record EncounterKey(string Hospital, string VisitNumber)
{
    /// <summary>
    /// Prefix of the visit number under which facts wait that name only an mdtrt_id nobody has given yet; they are joined
    /// when an admission or update brings that alias.
    /// </summary>
    public const string ParkedPrefix = "mdtrt:";

    public bool IsParked => VisitNumber.StartsWith(ParkedPrefix, StringComparison.Ordinal);

    /// <summary>Text form for grain keys: the hospital code has no '/', the visit number may.</summary>
    public override string ToString() => $"{Hospital}/{VisitNumber}";

    public static EncounterKey Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? new EncounterKey(text[..slash], text[(slash + 1)..]) : throw new FormatException("An encounter key is HOSPITAL/VISIT.");
    }
}
