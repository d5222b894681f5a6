using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;

namespace OrderCheck.Interop.Nhsa;

/// <summary>One encounter of a request.</summary>
public sealed record NhsaVisit
{
    /// <summary>patn_id.</summary>
    public required string PatientId { get; init; }

    /// <summary>patn_name; kept where it can be erased, never with the facts. Null where it was not told.</summary>
    public string? PatientName { get; init; }

    /// <summary>mdtrt_id.</summary>
    public required string VisitId { get; init; }

    /// <summary>curr_mdtrt_id names it; the patient's others are told as history.</summary>
    public required bool Current { get; init; }

    /// <summary>Level 1, 2 or 3 of the hospital as the caller tells it; a registered hospital's own goes before it. Null where it was not told.</summary>
    public int? FacilityLevel { get; init; }

    /// <summary>综合, 专科, 中医 or 基层, in the same way.</summary>
    public string? FacilityType { get; init; }

    public required ReportedEncounter Reported { get; init; }

    /// <summary>The lines asked about: curr_drord_flag 1.</summary>
    public IReadOnlyList<Order> Candidates { get; init; } = [];

    /// <summary>Lines asked about that are no orders, a refund say: the writer names each as not judged.</summary>
    public IReadOnlyList<NhsaUnjudged> Unjudged { get; init; } = [];

    /// <summary>As a text it is nobody: records end up in messages.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Candidates = {Candidates.Count}, Known = {Reported.Orders.Count}, Unjudged = {Unjudged.Count}");
        return true;
    }
}
