using System.Globalization;
using Google.Protobuf;
using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using Proto = OrderCheck.Protocol.V1;

namespace OrderCheck.Ledger.Wire;

/// <summary>Makes messages of what OrderCheck answers.</summary>
public static class AnswerWriter
{
    /// <summary>The answer that this thread wrote last, until it is asked for again.</summary>
    [ThreadStatic]
    private static (CheckAnswer Answer, Proto.CheckAnswer Message)? _last;

    /// <summary>
    /// A check is recorded and answered, mostly one after the other on one thread: both get the same message, which is not to be
    /// changed, and the second with the bytes that the first made of it.
    /// </summary>
    public static Proto.CheckAnswer Answer(CheckAnswer answer)
    {
        if (_last is { } last && ReferenceEquals(last.Answer, answer))
        {
            _last = null;
            return last.Message;
        }
        var message = Message(answer);
        _last = (answer, message);
        return message;
    }

    /// <summary>The message of <see cref="Answer"/>, encoded.</summary>
    public static byte[] Bytes(CheckAnswer answer)
    {
        var buffer = ThreadBuffer.Take();
        var message = Answer(answer);
        message.WriteTo(buffer);
        var bytes = ThreadBuffer.Return(buffer);
        message.Encoded = bytes;
        return bytes;
    }

    private static Proto.CheckAnswer Message(CheckAnswer answer)
    {
        var message = Fields(answer);
        for (var i = 0; i < answer.StateReasons.Count; i++)
            message.StateReasons.Add(StateReason(answer.StateReasons[i]));
        for (var i = 0; i < answer.Findings.Count; i++)
            message.Findings.Add(FindingWriter.Write(answer.Findings[i]));
        for (var i = 0; i < answer.Flags.Count; i++)
            message.Flags.Add(Flag(answer.Flags[i]));
        return message;
    }

    private static Proto.CheckAnswer Fields(CheckAnswer answer) => new()
    {
        CheckId = answer.CheckId,
        State = (Proto.CheckState)(int)answer.State,
        BudgetBefore = Budget(answer.BudgetBefore),
        BudgetAfter = Budget(answer.BudgetAfter),
        OwnShare = Text(answer.OwnShare),
        UndeterminedCount = answer.UndeterminedCount,
        FoldedCount = answer.FoldedCount,
        ReleaseNumber = answer.ReleaseNumber,
        ReleaseHash = answer.ReleaseHash,
        DictionaryNumber = answer.DictionaryNumber,
        LedgerSequence = answer.LedgerSequence,
        EvaluatedAt = Timestamps.Write(answer.EvaluatedAt),
        ElapsedMicros = answer.ElapsedMicros,
        EngineVersion = EngineVersion.Current,
        HistoryVersion = answer.HistoryVersion,
        Routed = { Routed(answer.Routed) },
        ChangedOrderIds = { answer.ChangedOrderIds },
    };

    private static IEnumerable<Proto.RoutedFindings> Routed(IReadOnlyList<Finding> routed) => routed.Count == 0
        ? []
        : routed.SelectMany(static finding => finding.For).GroupBy(static role => role).OrderBy(static group => group.Key)
            .Select(static group => new Proto.RoutedFindings { Role = RoleNames.Write(group.Key), Count = group.Count() });

    public static Proto.WriteReceipt Receipt(WriteReceipt receipt) => new()
    {
        LedgerSequence = receipt.LedgerSequence,
        Recorded = receipt.Recorded,
        AlreadyRecorded = { receipt.AlreadyRecorded },
        IgnoredLowerRevision = { receipt.IgnoredLowerRevision },
        Parked = { receipt.Parked },
        Findings = { receipt.Findings.Select(FindingWriter.Write) },
        State = (Proto.CheckState)(int)receipt.State,
        StateReasons = { receipt.StateReasons.Select(StateReason) },
        CheckId = receipt.CheckId,
        ListedForMorning = receipt.ListedForMorning,
    };

    public static Proto.Finding Finding(Finding finding) => FindingWriter.Write(finding);

    public static Proto.BudgetProgress? Budget(BudgetProgress? budget) => budget is null ? null : new()
    {
        GroupCode = budget.GroupCode,
        GroupName = budget.GroupName,
        Cost = budget.Cost.ToString(),
        StandardCost = budget.StandardCost.ToString(),
        PaymentStandard = budget.PaymentStandard.ToString(),
        PercentOfStandardCost = budget.PercentOfStandardCost.ToString("F1", CultureInfo.InvariantCulture),
        PercentOfPaymentStandard = budget.PercentOfPaymentStandard.ToString("F1", CultureInfo.InvariantCulture),
    };

    internal static string Text(Money? money) => money is { } known ? known.ToString() : "";

    private static Proto.StateReason StateReason(StateReason reason) => new() { Code = reason.Code, Message = reason.Message, Subject = reason.Subject ?? "" };

    private static Proto.Flag Flag(Flag flag) => new()
    {
        Kind = flag.Kind,
        Text = flag.Text,
        OrderId = flag.OrderId ?? "",
        ItemCode = flag.ItemCode ?? "",
        Amount = Text(flag.Amount),
    };
}
