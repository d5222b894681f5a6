using System.Diagnostics;
using OrderCheck.Cli.Servers;
using OrderCheck.Ledger.Wire;
using OrderCheck.Protocol.V1;
using CoreOrder = OrderCheck.Core.Orders.Order;

namespace OrderCheck.Cli.Morning;

/// <summary>Carries a draft through a server: check, decide, sign, charge, refund, totals; prints each step and counts.</summary>
internal sealed class MorningShift(
    RunningServer server, string apiKey, BillingDesk billing, MorningChart chart, string mark, TimeProvider time)
{
    private int _requests;
    private int _decisions;

    public int Orders { get; private set; }

    public int Findings { get; private set; }

    public int Signed { get; private set; }

    public int ChargeLines { get; private set; }

    public int Refunds { get; private set; }

    /// <summary>Of each check, in the server.</summary>
    public List<long> CheckMicros { get; } = [];

    public async Task WorkAsync(Draft draft, CancellationToken cancellation)
    {
        var encounter = new EncounterRef { VisitNumber = draft.Patient.VisitNumber };
        var doctor = new Seat(apiKey, "doctor", draft.Patient.Department, draft.Patient.Doctor);
        chart.Patient(draft.Patient);
        var answer = await CheckAsync(encounter, draft.Orders, doctor, cancellation);
        var dropped = await DecideAsync(encounter, answer, doctor, cancellation);
        var signed = draft.Orders.Where(order => !dropped.Contains(order.Id)).ToList();
        if (signed.Count > 0)
            await SignAsync(encounter, signed, answer.CheckId, doctor, cancellation);
        IReadOnlyList<Charge> charges = [.. signed.Select(FactWriter.Order).Select(billing.Bill)];
        await ChargeAsync(draft.Patient, encounter, charges, refundsLast: false, cancellation);
    }

    /// <summary>A nurse posts lines; the last one of them may have to be taken back.</summary>
    public async Task ChargeAsync(
        MorningPatient patient, EncounterRef encounter, IReadOnlyList<Charge> charges, bool refundsLast, CancellationToken cancellation)
    {
        if (charges.Count == 0)
            return;
        var nurse = new Seat(apiKey, "nurse", patient.Department, "N001");
        var receipt = await PostAsync(encounter, charges, nurse, cancellation);
        var amounts = string.Join(" + ", charges.Select(charge => charge.Amount));
        chart.Line($"计费 {charges.Count} 行，金额 {amounts} 元，账本序号 {receipt.LedgerSequence}");
        foreach (var finding in receipt.Findings)
            chart.Finding(finding);
        Findings += receipt.Findings.Count;
        if (refundsLast)
        {
            var refund = billing.Refund(charges[^1]);
            await PostAsync(encounter, [refund], nurse, cancellation);
            Refunds++;
            chart.Line($"退费 {refund.ItemName} {refund.Amount} 元（冲销 {refund.RefundOf}）");
        }
    }

    public async Task<EncounterSummary> DescribeAsync(MorningPatient patient, CancellationToken cancellation) => await server.CallAsync(
        (client, options) => client.GetEncounterAsync(new GetEncounterRequest { VisitNumber = patient.VisitNumber }, options),
        new Seat(apiKey, "doctor", patient.Department, patient.Doctor),
        cancellation);

    private async Task<CheckAnswer> CheckAsync(
        EncounterRef encounter, IReadOnlyList<CoreOrder> orders, Seat doctor, CancellationToken cancellation)
    {
        var request = new CheckOrdersRequest { Encounter = encounter, Stage = Stage.Order };
        request.Orders.Add(orders.Select(FactWriter.Order));
        var started = Stopwatch.GetTimestamp();
        var answer = await server.CallAsync((client, options) => client.CheckOrdersAsync(request, options), doctor, cancellation);
        var took = Stopwatch.GetElapsedTime(started);
        CheckMicros.Add(answer.ElapsedMicros);
        chart.State(answer);
        foreach (var order in request.Orders)
        {
            var own = answer.Findings.Where(finding => finding.Offender?.OrderId == order.Id).ToList();
            chart.Order(++Orders, order, own.Count, answer, took);
            own.ForEach(chart.Finding);
            answer.Flags.Where(flag => flag.OrderId == order.Id).ToList().ForEach(chart.Flag);
        }
        answer.Findings.Where(finding => string.IsNullOrEmpty(finding.Offender?.OrderId)).ToList().ForEach(chart.Finding);
        chart.Budget(answer.BudgetBefore, answer.BudgetAfter);
        Findings += answer.Findings.Count;
        return answer;
    }

    /// <summary>Ids of the orders that are not signed.</summary>
    private async Task<HashSet<string>> DecideAsync(EncounterRef encounter, CheckAnswer answer, Seat doctor, CancellationToken cancellation)
    {
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        var request = new RecordDecisionsRequest { Encounter = encounter, RequestId = NextRequest() };
        foreach (var finding in answer.Findings)
        {
            if (DoctorsChoice.Decide(finding, answer.CheckId, $"M{mark}-D{++_decisions:00}", time.GetUtcNow()) is not { } decision)
                continue;
            request.Decisions.Add(decision);
            chart.Line($"处置：{Words.Of(decision.Kind)} — {finding.Title}（{finding.Offender?.ItemName}）");
            if (DoctorsChoice.Drops(decision) && finding.Offender is { } offender)
                dropped.UnionWith([offender.OrderId, .. finding.AlsoOrderIds]);
        }
        if (request.Decisions.Count > 0)
            await server.CallAsync((client, options) => client.RecordDecisionsAsync(request, options), doctor, cancellation);
        return dropped;
    }

    private async Task SignAsync(
        EncounterRef encounter, List<CoreOrder> orders, string checkId, Seat doctor, CancellationToken cancellation)
    {
        var request = new SignOrdersRequest { Encounter = encounter, RequestId = NextRequest(), CheckId = checkId };
        request.Orders.Add(orders.Select(FactWriter.Order));
        var receipt = await server.CallAsync((client, options) => client.SignOrdersAsync(request, options), doctor, cancellation);
        Signed += orders.Count;
        chart.Line($"签署 {orders.Count} 条医嘱：{string.Join("、", orders.Select(order => order.ItemName))}；签署时新增提示 {receipt.Findings.Count} 条");
        Findings += receipt.Findings.Count;
    }

    private async Task<WriteReceipt> PostAsync(
        EncounterRef encounter, IReadOnlyList<Charge> charges, Seat nurse, CancellationToken cancellation)
    {
        var request = new PostChargesRequest { Encounter = encounter, RequestId = NextRequest() };
        request.Charges.Add(charges);
        ChargeLines += charges.Count;
        return await server.CallAsync((client, options) => client.PostChargesAsync(request, options), nurse, cancellation);
    }

    private string NextRequest() => $"M{mark}-R{++_requests:00}";
}
