using Grpc.Core;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;

namespace OrderCheck.EndToEnd.Ward;

/// <summary>What interrupts nobody and is looked up: the morning list, a role's own, the doctor's, and what is in shadow.</summary>
internal static class WardLists
{
    private const int Page = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="day">Empty: what is for the role of the screen.</param>
    public static async Task<WardAnswer> WorkAsync(WardVisit visit, string day, string ward)
    {
        var found = new List<Finding>();
        for (var after = 0L; ;)
        {
            var list = await visit.His.Orders.ListWorkAsync(new ListWorkRequest { Day = day, Ward = ward, After = after, Limit = Page }, visit.His.Options);
            found.AddRange(list.Entries.Where(entry => entry.VisitNumber == visit.Number).SelectMany(entry => entry.Findings));
            if (list.Entries.Count < Page)
                return WardAnswer.Of(found);
            after = list.Next;
        }
    }

    public static async Task<WardAnswer> LateAsync(WardVisit visit, string doctor)
    {
        var list = await visit.His.Orders.ListLateAsync(new ListLateRequest { Doctor = doctor, Limit = Page }, visit.His.Options);
        return WardAnswer.Of(list.Entries.Where(entry => entry.VisitNumber == visit.Number).SelectMany(entry => entry.Findings));
    }

    /// <summary>What the rules in shadow say to a check is recorded behind its answer, if they say anything.</summary>
    public static async Task<WardAnswer> ShadowAsync(WardHospital hospital, string check)
    {
        var office = hospital.Of("医保办");
        CheckAnswer? answer = null;
        await Wait.UntilAsync(
            async () =>
            {
                try
                {
                    answer = await office.Orders.GetCheckAsync(new GetCheckRequest { CheckId = $"{check}~shadow" }, office.Options);
                    return true;
                }
                catch (RpcException e) when (e.StatusCode == StatusCode.NotFound)
                {
                    return false;
                }
            },
            $"the shadow rules to speak to the check {check}",
            Patience);
        return WardAnswer.Of(answer!);
    }

    /// <summary>The patient's other encounters become known some time after they were recorded; an answer names what it knew.</summary>
    public static Task KnownAsync(WardVisit visit, long version) => Wait.UntilAsync(
        async () => (await AuditAsync(visit, Stage.Registration)).HistoryVersion == version,
        $"the patient's other encounters to be known to {visit.Number}, as version {version}",
        Patience);

    public static async Task<CheckAnswer> AuditAsync(WardVisit visit, Stage stage) =>
        await visit.His.Orders.CheckEncounterAsync(new CheckEncounterRequest { VisitNumber = visit.Number, Stage = stage, MaxCards = WardPlay.AllCards }, visit.His.Options);
}
