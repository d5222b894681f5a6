using OrderCheck.Core.Checks;

namespace OrderCheck.Grains.Findings;

/// <summary>Orders or charges of a doctor that were judged after the fact.</summary>
/// <param name="Doctor">"" on a list that is no doctor's.</param>
/// <param name="Department">There the ward.</param>
/// <param name="Answer">With the findings about this doctor's orders and charges alone.</param>
public sealed record LateJudgement(
    long Cursor, string VisitNumber, string Doctor, string Department, DateTimeOffset JudgedAt, CheckAnswer Answer);
