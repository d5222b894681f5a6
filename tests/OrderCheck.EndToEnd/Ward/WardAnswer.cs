using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>What a doctor or nurse sees after one step.</summary>
/// <param name="Check">Names the check that a decision on the findings cites.</param>
internal sealed record WardAnswer(string Check, IReadOnlyList<Finding> Findings, CheckState State, IReadOnlyList<StateReason> Reasons)
{
    public IReadOnlyList<Flag> Flags { get; init; } = [];

    /// <summary>What is for other roles alone.</summary>
    public IReadOnlyList<RoutedFindings> Routed { get; init; } = [];

    /// <summary>Findings that wait for the morning.</summary>
    public int Morning { get; init; }

    public static WardAnswer Of(CheckAnswer answer) =>
        new(answer.CheckId, answer.Findings, answer.State, answer.StateReasons) { Flags = answer.Flags, Routed = answer.Routed };

    public static WardAnswer Of(WriteReceipt receipt) =>
        new(receipt.CheckId, receipt.Findings, receipt.State, receipt.StateReasons) { Morning = receipt.ListedForMorning };

    /// <summary>What one of the lists has of a patient.</summary>
    public static WardAnswer Of(IEnumerable<Finding> listed) => new("", [.. listed], CheckState.Complete, []);

    /// <summary>Signing says only what the check that it cites had not said.</summary>
    public WardAnswer And(WriteReceipt signed) => this with { Findings = [.. Findings, .. signed.Findings] };

    public string Describe() => Findings.Count == 0 ? "没有提示" : string.Join("；", Findings.Select(Describe));

    public static string Describe(Finding finding) =>
        $"{finding.Rule}“{finding.Message}”（{finding.Severity}，{finding.Response}，{finding.Tier}，{finding.Amount}元{(finding.Undetermined ? "，未能判断：" + string.Join('、', finding.MissingInputs) : "")}{(finding.Folded ? "，已折叠" : "")}{(finding.More ? "，在更多里" : "")}{(finding.Also.Count > 0 ? $"，合并{1 + finding.Also.Count}条" : "")}；{Describe(finding.Offender)}{(finding.Counterpart is null ? "" : " 对 " + Describe(finding.Counterpart))}）";

    private static string Describe(Party? party) => party is null ? "" : $"{party.OrderId}{party.ChargeId} {party.At?.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm}";
}
