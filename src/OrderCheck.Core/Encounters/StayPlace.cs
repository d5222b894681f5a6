namespace OrderCheck.Core.Encounters;

/// <summary>Where the patient lies from a moment on, until the next place.</summary>
public sealed record StayPlace(DateTimeOffset From, string? Department, string? Ward, string? Bed, string? AttendingDoctor);
