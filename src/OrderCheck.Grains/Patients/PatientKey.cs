namespace OrderCheck.Grains.Patients;

/// <summary>A patient of a hospital; the number is the hospital group's master number.</summary>
internal sealed record PatientKey(string Hospital, string PatientNumber)
{
    /// <summary>Text form for grain keys: the hospital code has no '/', the patient's number may.</summary>
    public override string ToString() => $"{Hospital}/{PatientNumber}";

    public static PatientKey Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? new PatientKey(text[..slash], text[(slash + 1)..]) : throw new FormatException("A patient key is HOSPITAL/NUMBER.");
    }
}
