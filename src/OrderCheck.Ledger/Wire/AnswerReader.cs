using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>Reads answers that OrderCheck wrote itself: recorded checks and receipts. It trusts their form.</summary>
/// <remarks>Every method throws <see cref="InvalidDataException"/> for what <see cref="AnswerWriter"/> cannot have written.</remarks>
public static class AnswerReader
{
    public static CheckAnswer Answer(Proto.CheckAnswer answer) => new()
    {
        CheckId = answer.CheckId,
        State = (CheckState)(int)answer.State,
        StateReasons = [.. answer.StateReasons.Select(StateReason)],
        Findings = [.. answer.Findings.Select(FindingReader.Read)],
        Flags = [.. answer.Flags.Select(Flag)],
        BudgetBefore = Budget(answer.BudgetBefore),
        BudgetAfter = Budget(answer.BudgetAfter),
        OwnShare = OptionalMoney(answer.OwnShare),
        UndeterminedCount = answer.UndeterminedCount,
        FoldedCount = answer.FoldedCount,
        ReleaseNumber = answer.ReleaseNumber,
        ReleaseHash = answer.ReleaseHash,
        DictionaryNumber = answer.DictionaryNumber,
        LedgerSequence = answer.LedgerSequence,
        EvaluatedAt = Time(answer.EvaluatedAt) ?? default,
        ElapsedMicros = answer.ElapsedMicros,
        HistoryVersion = answer.HistoryVersion,
        ChangedOrderIds = [.. answer.ChangedOrderIds],
    };

    public static WriteReceipt Receipt(Proto.WriteReceipt receipt) => new()
    {
        LedgerSequence = receipt.LedgerSequence,
        Recorded = receipt.Recorded,
        AlreadyRecorded = [.. receipt.AlreadyRecorded],
        IgnoredLowerRevision = [.. receipt.IgnoredLowerRevision],
        Parked = [.. receipt.Parked],
        Findings = [.. receipt.Findings.Select(FindingReader.Read)],
        State = (CheckState)(int)receipt.State,
        StateReasons = [.. receipt.StateReasons.Select(StateReason)],
        CheckId = receipt.CheckId,
        ListedForMorning = receipt.ListedForMorning,
    };

    public static Finding Finding(Proto.Finding finding) => FindingReader.Read(finding);

    internal static string? Known(string text) => text.Length == 0 ? null : text;

    internal static Money? OptionalMoney(string text) => text.Length == 0 ? null : Money(text);

    internal static DateTimeOffset? Time(Google.Protobuf.WellKnownTypes.Timestamp? value) =>
        value is null ? null : Timestamps.TryRead(value, out var time) ? time : throw new InvalidDataException("A recorded time is no time.");

    private static Money Money(string text) =>
        Core.Amounts.Money.TryParse(text, out var money) ? money : throw new InvalidDataException($"{FieldReader.Quote(text)} is no amount.");

    private static BudgetProgress? Budget(Proto.BudgetProgress? budget) => budget is null
        ? null
        : new BudgetProgress(budget.GroupCode, budget.GroupName, Money(budget.Cost), Money(budget.StandardCost), Money(budget.PaymentStandard));

    private static StateReason StateReason(Proto.StateReason reason) => new(reason.Code, reason.Message, Known(reason.Subject));

    private static Flag Flag(Proto.Flag flag) => new(flag.Kind, flag.Text, Known(flag.OrderId), Known(flag.ItemCode), OptionalMoney(flag.Amount));
}
