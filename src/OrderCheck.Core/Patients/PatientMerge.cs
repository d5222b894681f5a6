namespace OrderCheck.Core.Patients;

/// <summary>Two master records turned out to be one patient's.</summary>
public sealed record PatientMerge(string From, string Into);
