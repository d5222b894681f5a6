using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>What a doctor or nurse sees after one step.</summary>
/// <param name="Check">Names the check that a decision on the findings cites.</param>
internal sealed record WardAnswer(string Check, IReadOnlyList<Finding> Findings, IReadOnlyList<Flag> Flags, CheckState State, IReadOnlyList<StateReason> Reasons)
{
    public static WardAnswer Of(CheckAnswer answer) => new(answer.CheckId, answer.Findings, answer.Flags, answer.State, answer.StateReasons);

    public static WardAnswer Of(WriteReceipt receipt) => new(receipt.CheckId, receipt.Findings, [], receipt.State, receipt.StateReasons);

    /// <summary>Signing says only what the check that it cites had not said.</summary>
    public WardAnswer And(WriteReceipt signed) => this with { Findings = [.. Findings, .. signed.Findings] };

    public string Describe() => Findings.Count == 0 ? "没有提示" : string.Join("；", Findings.Select(Describe));

    public static string Describe(Finding finding) =>
        $"{finding.Rule}“{finding.Message}”（{finding.Severity}，{finding.Response}，{finding.Amount}元{(finding.Undetermined ? "，未能判断：" + string.Join('、', finding.MissingInputs) : "")}{(finding.Folded ? "，已折叠" : "")}；{Describe(finding.Offender)}{(finding.Counterpart is null ? "" : " 对 " + Describe(finding.Counterpart))}）";

    private static string Describe(Party? party) => party is null ? "" : $"{party.OrderId}{party.ChargeId} {party.At?.ToDateTimeOffset().ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm}";
}
