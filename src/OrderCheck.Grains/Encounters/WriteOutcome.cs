using OrderCheck.Core.Checks;
using OrderCheck.Ledger;

namespace OrderCheck.Grains.Encounters;

/// <summary>How a write ended, as a value that crosses silos.</summary>
/// <param name="Kind">Decides which of the others are set.</param>
/// <param name="Subject">A conflict's kind of id, a refusal's field, an unavailable store's reason.</param>
/// <param name="Id">A conflict's id.</param>
internal sealed record WriteOutcome(WriteOutcomeKind Kind, WriteReceipt? Receipt = null, string Subject = "", string Id = "", string Message = "")
{
    public static WriteOutcome Done(WriteReceipt receipt) => new(WriteOutcomeKind.Done, receipt);

    public static WriteOutcome From(ConflictException e) => new(WriteOutcomeKind.Conflict, Subject: e.Kind, Id: e.Id, Message: e.Message);

    public static WriteOutcome From(RefusedException e) => new(WriteOutcomeKind.Refused, Subject: e.Field, Message: e.Message);

    public static WriteOutcome From(LedgerUnavailableException e) => new(WriteOutcomeKind.Unavailable, Subject: e.Reason, Message: e.Message);

    /// <summary>There was nothing to write.</summary>
    public static WriteOutcome Nothing { get; } = new(WriteOutcomeKind.Done);

    public static WriteOutcome Contended { get; } = new(WriteOutcomeKind.Contended);

    /// <exception cref="ConflictException">An id was used before.</exception>
    /// <exception cref="RefusedException">Bad form.</exception>
    /// <exception cref="LedgerUnavailableException">Nothing was written.</exception>
    public WriteReceipt ReceiptOrThrow() => Kind switch
    {
        WriteOutcomeKind.Done => Receipt!,
        WriteOutcomeKind.Conflict => throw new ConflictException(Subject, Id, Message),
        WriteOutcomeKind.Refused => throw new RefusedException(Subject, Message),
        WriteOutcomeKind.Unavailable => throw new LedgerUnavailableException(Subject, Message),
        _ => throw new LedgerUnavailableException("encounter_contended", "Other writers of this encounter were first each time; send the same request again."),
    };
}
