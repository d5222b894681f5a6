namespace OrderCheck.Interop.Nhsa.Reading;

internal readonly record struct ReadOperation(string? Id, string? Code, string? Name, bool Main, DateTimeOffset? At, string? Doctor, string? VisitId);
