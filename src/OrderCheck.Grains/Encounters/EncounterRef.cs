namespace OrderCheck.Grains.Encounters;

/// <summary>Which encounter of the caller's hospital is meant: by the HIS's visit number, or by NHSA's mdtrt_id where only that is known.</summary>
/// <param name="VisitNumber">Decides where both are given.</param>
/// <param name="MdtrtId">Looked up among the aliases; facts under one that nobody has given yet are parked.</param>
public sealed record EncounterRef(string? VisitNumber, string? MdtrtId);
