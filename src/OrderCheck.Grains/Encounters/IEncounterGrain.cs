using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Identity;
using Orleans.Concurrency;

namespace OrderCheck.Grains.Encounters;

/// <summary>One encounter; the key is "hospital/visit". Outcomes are values: exceptions do not cross the silo.</summary>
[Alias("ordercheck.encounter")]
internal interface IEncounterGrain : IGrainWithStringKey
{
    /// <summary>Judges orders. Never waits for a write that is under way.</summary>
    [AlwaysInterleave]
    [Alias("check")]
    Task<CheckAnswer> CheckAsync(Caller caller, CheckRequest request);

    /// <summary>Judges the encounter as a whole. Waits for the ledger and judges beside the grain's turns: neither checks nor writes wait for it.</summary>
    [AlwaysInterleave]
    [Alias("audit")]
    Task<CheckAnswer> AuditAsync(Caller caller, CheckRequest request);

    /// <summary>Judges orders, or the encounter, with what the caller tells of it. As <see cref="CheckAsync"/> and <see cref="AuditAsync"/>.</summary>
    [AlwaysInterleave]
    [Alias("check-reported")]
    Task<IReadOnlyList<CheckAnswer>> CheckReportedAsync(Caller caller, ReportedCheck asked);

    /// <summary>Records what of this is not known yet. As a write.</summary>
    [Alias("observe")]
    Task<WriteOutcome> ObserveAsync(Caller caller, ReportedEncounter reported);

    [AlwaysInterleave]
    [Alias("describe")]
    Task<DescribeOutcome> DescribeAsync();

    /// <summary>Records facts; writes go one at a time.</summary>
    [Alias("write")]
    Task<WriteOutcome> WriteAsync(Caller caller, WriteRequest request);

    /// <summary>Takes over what was recorded under a key that turned out to be this encounter.</summary>
    [Alias("join")]
    Task JoinAsync(EncounterKey source);

    /// <summary>Another encounter has recorded that this one's facts belong to it. Interleaves: the two may be writing at once.</summary>
    [AlwaysInterleave]
    [Alias("merged")]
    Task MergedAsync(EncounterKey owner);

    /// <summary>A hint: another encounter of the patient has written.</summary>
    [OneWay]
    [AlwaysInterleave]
    [Alias("history-changed")]
    Task HistoryChangedAsync();

    /// <summary>Judges the signed orders and charges that no complete check has covered.</summary>
    [Alias("judge-late")]
    Task JudgeLateAsync();
}
