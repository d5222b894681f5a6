using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.EndToEnd.Story;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Workstations;

/// <summary>Sites, courses, stock and answered orders, over the wire with the project's own rules.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class SiteAndStockTests(SharedServer shared)
{
    private const string Massage = "004500000080000";
    private const string Stent = "C0020999999999999999";
    private const string Balloon = "C0021999999999999999";

    /// <summary>经阴道B超检查: women only.</summary>
    private const string OtherSex = "002202020010000";

    private readonly His _his = shared.His;

    [Fact]
    public async Task A_nurse_is_told_that_another_site_is_charged_than_was_ordered()
    {
        await OrderedAsync("site-1", Facts.Service("o1", Massage), "腰部", "左膝");

        Assert.DoesNotContain((await ChargedAsync("site-1", "r1", "c1", "左膝")).Findings, finding => finding.Rule == "charge-at-another-site");
        var finding = Assert.Single((await ChargedAsync("site-1", "r2", "c2", "颈部")).Findings, finding => finding.Rule == "charge-at-another-site");

        Assert.Equal("【内科妇科疾病推拿治疗】收费部位为颈部，医嘱部位为腰部、左膝", finding.Message);
        Assert.Equal(("c2", "o1", Severity.Suspicion, false), (finding.Offender.ChargeId, finding.Offender.OrderId, finding.Severity, finding.Undetermined));
    }

    /// <summary>Most HISs send none: a card at each charge would be read by nobody.</summary>
    [Fact]
    public async Task An_order_that_tells_no_site_is_counted_and_interrupts_nobody()
    {
        await OrderedAsync("site-2", Facts.Service("o1", Massage));

        Assert.DoesNotContain((await ChargedAsync("site-2", "r1", "c1", "颈部")).Findings, finding => finding.Rule == "charge-at-another-site");
        var audit = await AuditAsync("site-2");

        Assert.DoesNotContain(audit.Findings, finding => finding.Rule == "charge-at-another-site");
        Assert.True(audit.UndeterminedCount > 0);
    }

    [Fact]
    public async Task What_an_order_cannot_be_judged_for_is_named_in_chinese_and_by_its_lasting_name()
    {
        await _his.ReportAsync("unknown-sex-1", "admit", Facts.Admit("unknown-sex-1", Sex.Unknown));

        var finding = Assert.Single((await _his.CheckAsync("unknown-sex-1", Facts.Service("o1", OtherSex))).Findings, finding => finding.Rule == "item-for-the-other-sex");

        Assert.True(finding.Undetermined);
        Assert.Equal(["患者性别"], finding.MissingInputs);
        Assert.Equal(["patient.Sex"], finding.MissingInputNames);
        Assert.Contains("缺少患者性别，无法判断", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_entry_that_names_several_sites_is_refused_by_its_place()
    {
        var refusal = await Refusal.OfAsync(() => _his.PostAsync("site-3", "r1", new Charge(Facts.Charge("c1", Massage)) { Sites = { "腰部", "颈部、左膝" } }));

        Assert.Equal(StatusCode.InvalidArgument, refusal.Code);
        Assert.Contains("names several", refusal.Field("charges[0].sites[1]").Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_stock_issued_is_held_against_what_is_billed_and_still_so_before_discharge()
    {
        await _his.ReportAsync("stock-1", "admit", Facts.Admit("stock-1"));

        var receipt = await _his.PostAsync("stock-1", "r1", new Charge(Facts.Charge("c1", Stent)) { ItemName = "", IssuedItemCode = Balloon, UsedItemCode = Stent, IssueId = "CK-1" });

        Assert.Equal("收费【药物洗脱冠状动脉支架】，库房发出的是【冠状动脉球囊扩张导管】，疑为串换收费", Assert.Single(receipt.Findings, finding => finding.Rule == "billed-otherwise-than-issued").Message);
        Assert.DoesNotContain(receipt.Findings, finding => finding.Rule == "billed-otherwise-than-used");
        Assert.Contains((await AuditAsync("stock-1")).Findings, finding => finding.Rule == "billed-otherwise-than-issued");
    }

    [Fact]
    public async Task What_the_doctor_answered_on_the_order_is_folded_on_its_charge_and_before_discharge()
    {
        var order = Facts.Service("o1", OtherSex);
        await _his.ReportAsync("answered-1", "admit", Facts.Admit("answered-1"));
        var check = await _his.CheckAsync("answered-1", order);
        var finding = Assert.Single(check.Findings, finding => finding.Rule == "item-for-the-other-sex");
        await _his.Orders.RecordDecisionsAsync(Overriding(check, finding), _his.Options);
        await _his.SignAsync("answered-1", "sign", order);

        await _his.PostAsync("answered-1", "r1", new Charge(Facts.Charge("c1", OtherSex, at: Facts.Now)) { OrderId = "o1" }, new Charge(Facts.Charge("c2", OtherSex, at: Facts.Now)));

        var audited = (await AuditAsync("answered-1")).Findings.Where(found => found.Rule == "item-for-the-other-sex").ToList();
        Assert.Equal([("c1", true), ("c2", false)], audited.Select(found => (found.Offender.ChargeId, found.Folded)).Order());
    }

    private async Task OrderedAsync(string visit, Order order, params string[] sites)
    {
        order.Sites.Add(sites);
        await _his.ReportAsync(visit, "admit", Facts.Admit(visit));
        await _his.SignAsync(visit, "sign", order);
    }

    private Task<WriteReceipt> ChargedAsync(string visit, string request, string id, string site) =>
        _his.PostAsync(visit, request, new Charge(Facts.Charge(id, Massage, at: Facts.Now)) { ItemName = "", OrderId = "o1", Sites = { site } });

    private async Task<CheckAnswer> AuditAsync(string visit) =>
        await _his.Orders.CheckEncounterAsync(new CheckEncounterRequest { VisitNumber = visit, Stage = Stage.Discharge, MaxCards = 100 }, _his.Options);

    private static RecordDecisionsRequest Overriding(CheckAnswer check, Finding finding)
    {
        var request = new RecordDecisionsRequest { Encounter = new EncounterRef { VisitNumber = "answered-1" }, RequestId = "decide" };
        request.Decisions.Add(new Decision
        {
            Id = "d1",
            CheckId = check.CheckId,
            FindingKey = finding.Key,
            Kind = DecisionKind.Overridden,
            Reason = "病情需要",
            OccurredAt = Facts.At(Facts.Now),
        });
        return request;
    }
}
