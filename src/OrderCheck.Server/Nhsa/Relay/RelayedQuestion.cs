using OrderCheck.Interop.Nhsa.Relay;

namespace OrderCheck.Server.Nhsa.Relay;

/// <summary>What the relay has to know of a 3101 or 3102 that we have answered.</summary>
/// <param name="Visits">mdtrt_ids, the current one first; empty where we could not take the request.</param>
/// <param name="PatientNames">They stay out of what is kept and logged.</param>
internal sealed record RelayedQuestion(RelayForm Form, IReadOnlyList<string> Visits, IReadOnlyCollection<string> PatientNames);
