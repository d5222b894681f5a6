namespace OrderCheck.Interop.Nhsa.Reading;

/// <param name="Discharge">inout_dise_type says that it is one of discharge.</param>
internal readonly record struct ReadDiagnosis(string? Id, string? Code, string? Name, bool Main, bool Discharge, DateTimeOffset? At, string? VisitId);
