using OrderCheck.Core.Encounters;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Hospitals;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>What is found without any rule file: codes that nobody knows, orders that cannot be expanded, charges outside the stay.</summary>
internal sealed class BuiltInFindings(EncounterKey encounter, TimeZoneInfo zone)
{
    public const string UnknownItem = "unknown-item";
    public const string NotExpanded = "order-not-expanded";
    public const string OutsideStay = "charge-outside-stay";

    private static readonly DecisionKind[] Correctable = [DecisionKind.Changed, DecisionKind.Withdrawn, DecisionKind.Overridden];

    /// <summary>The code is not in the catalogue on that day, so that no limit of it is known: never a silent pass.</summary>
    public Finding Unknown(string code, string? name, Party offender, bool knownOnOtherDays) => new()
    {
        Key = FindingKey.Of(UnknownItem, encounter.ToString(), code, offender.ChargeId),
        Rule = UnknownItem,
        Title = "目录中没有的编码",
        Family = "目录",
        Domain = Domain.Payment,
        Severity = Severity.Reminder,
        Response = Response.Inform,
        Message = knownOnOtherDays
            ? $"编码“{code}”{Named(name)}在{Day(offender.At)}不在医保目录有效期内，未能按目录审核"
            : $"编码“{code}”{Named(name)}不在医保目录中，也没有对照，未能按目录审核",
        Offender = offender,
        AllowedDecisions = Correctable,
    };

    public Finding Gap(Order order, ExpansionGap gap, Party offender) => new()
    {
        Key = FindingKey.Of(NotExpanded, encounter.ToString(), gap.Code, order.ItemCode ?? order.ItemHospitalCode, gap.Message),
        Rule = NotExpanded,
        Title = "医嘱无法展开为收费项目",
        Family = "医嘱展开",
        Domain = Domain.Payment,
        Severity = Severity.Reminder,
        Response = Response.Inform,
        Message = gap.Message + "，与数量、费用有关的规则未能判断",
        Offender = offender,
        AllowedDecisions = Correctable,
        Undetermined = true,
        MissingInputs = [gap.Code],
        MissingLabels = [gap.Lacks],
    };

    /// <summary>
    /// 计费日期与住院时间不符 (两库 42). By days: many charges are dated at midnight. A sign, not a proof: an emergency before
    /// the admission may belong to the stay.
    /// </summary>
    public Finding? Outside(JudgedLine line, Stay stay)
    {
        var charge = line.Charge!;
        if (stay.AdmittedAt is not { } admitted)
            return null;
        var day = zone.Day(charge.OccurredAt);
        var reason = day < zone.Day(admitted) ? $"早于入院日期{Day(admitted)}"
            : stay.DischargedAt is { } discharged && day > zone.Day(discharged) ? $"晚于出院日期{Day(discharged)}"
            : LeaveOf(stay, day) is { } leave ? $"在{Day(leave.From)}起的请假期间"
            : null;
        return reason is null ? null : new Finding
        {
            Key = FindingKey.Of(OutsideStay, encounter.ToString(), charge.Id),
            Rule = OutsideStay,
            Title = "计费日期与住院时间不符",
            Family = "住院时间外收费",
            Domain = Domain.Conduct,
            Severity = Severity.Suspicion,
            Response = line.InformOnly ? Response.Inform : Response.Justify,
            Message = $"【{line.ItemName}】计费日期{Day(charge.OccurredAt)}{reason}",
            Offender = line.PartyAt(zone.Local(charge.OccurredAt)),
            Amount = charge.Amount,
            AllowedDecisions = Correctable,
            Facts =
            [
                new ComparedFact("line.At", "计费日期", Day(charge.OccurredAt)),
                new ComparedFact("stay.AdmittedAt", "入院日期", Day(admitted)),
                .. stay.DischargedAt is { } left ? [new ComparedFact("stay.DischargedAt", "出院日期", Day(left))] : Array.Empty<ComparedFact>(),
            ],
        };
    }

    /// <summary>The days on which the patient leaves and comes back are days of the stay.</summary>
    private LeavePeriod? LeaveOf(Stay stay, DateOnly day)
    {
        foreach (var leave in stay.Leaves)
        {
            if (day > zone.Day(leave.From) && (leave.To is not { } back || day < zone.Day(back)))
                return leave;
        }
        return null;
    }

    private string Day(DateTimeOffset? at) => at is { } moment ? $"{zone.Day(moment):yyyy-MM-dd}" : "当日";

    private static string Named(string? name) => name is null ? "" : $"（{name}）";
}
