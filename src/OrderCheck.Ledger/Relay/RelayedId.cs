namespace OrderCheck.Ledger.Relay;

/// <summary>Under which id a finding of the bureau was shown to the HIS. One shown finding may stand for several of the bureau's.</summary>
/// <param name="Shown">The jr_id that the HIS has.</param>
/// <param name="Bureau">The jr_id that the bureau gave.</param>
public sealed record RelayedId(string Shown, string Bureau);
