using System.Globalization;
using Microsoft.Net.Http.Headers;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Regions;
using OrderCheck.Core.Rules;
using OrderCheck.Interop.Nhsa;

namespace OrderCheck.Server.Nhsa;

/// <summary>What is known of one call while it is answered; nothing of it is a patient's.</summary>
internal sealed class NhsaCall(HttpContext http, string number, DateTimeOffset received)
{
    private static readonly string[] Known = ["3101", "3102", "3103"];

    public HttpContext Http => http;

    /// <summary>As the path has it, the region's own perhaps.</summary>
    public string Number => number;

    public DateTimeOffset Received => received;

    /// <summary>NHSA's number; "other" where it is none of those that are answered.</summary>
    public string Transaction
    {
        get;
        set => field = Known.Contains(value) ? value : "other";
    }
    = Known.Contains(number) ? number : "other";

    /// <summary>As the caller declared it; null where it did not.</summary>
    public string? Charset { get; } = MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset.HasValue ? type.Charset.Value : null;

    /// <summary>"" until it is known who calls.</summary>
    public string Hospital { get; set; } = "";

    /// <summary>That <see cref="Profile"/> is of, and that judges what is asked.</summary>
    public Release? Release { get; set; }

    /// <summary>How the caller's region speaks; the national form until it is known who calls.</summary>
    public RegionProfile Profile { get; set; } = RegionProfiles.None.For("");

    /// <summary>A 3101 or 3102 that was understood.</summary>
    public NhsaRequest? Request { get; private set; }

    public TimeZoneInfo Zone { get; set; } = Core.Hospitals.Hospital.FindTimeZone(Core.Hospitals.Hospital.DefaultTimeZoneId);

    /// <summary>Of HTTP: 200 whatever infcode says, but for an identity that is not proved.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    /// <summary>Stable: complete, partial, unchecked, recorded, refused.</summary>
    public string Outcome { get; set; } = "refused";

    public int Candidates { get; private set; }

    public int Lines { get; private set; }

    public IReadOnlyList<Deviation> Tolerated { get; set; } = [];

    /// <summary>For a log line: "single_object 1, number_as_text 12".</summary>
    public string Deviations => string.Join(", ", Tolerated.GroupBy(static one => one.Kind, StringComparer.Ordinal)
        .Select(static kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Sum(static one => one.Times)}")));

    /// <summary>What is written first is read again, before it is written in the caller's characters.</summary>
    public bool InUtf8 { get; set; }

    /// <summary>Of an answer that is passed on as it came; null: of one of ours.</summary>
    public string? PassedType { get; set; }

    /// <summary>Done once the answer is written; null: nothing.</summary>
    public Func<Task>? Sent { get; set; }

    public NhsaStamp Stamp(DateTimeOffset responded) => new(received, responded, Zone, InUtf8 ? null : Charset, Names: Profile.Renames);

    public void Understood(NhsaRequest request)
    {
        Request = request;
        Tolerated = request.Tolerated;
        Candidates = request.Visits.Sum(static visit => visit.Candidates.Count);
        Lines = Candidates + request.Visits.Sum(static visit => visit.Reported.Orders.Count);
    }

    public void Answered(IReadOnlyList<NhsaVisitAnswer> answers)
    {
        var worst = answers.SelectMany(static answer => answer.Checks).Select(static check => check.State).DefaultIfEmpty(CheckState.Complete).Max();
        Outcome = worst switch
        {
            CheckState.Complete when answers.Any(static answer => answer.Visit.Unjudged.Count > 0) => "partial",
            CheckState.Complete => "complete",
            CheckState.Partial => "partial",
            _ => "unchecked",
        };
    }

    /// <summary>Nothing was judged for a reason of ours, whatever had been begun.</summary>
    public void AnswerUnchecked(PooledOutput output, string sentence, DateTimeOffset responded)
    {
        output.Clear();
        Outcome = "unchecked";
        NhsaWriter.WriteUnchecked(output, Request, sentence, Profile, Stamp(responded));
    }

    public void Refuse(PooledOutput output, NhsaFault fault, DateTimeOffset responded)
    {
        Outcome = "refused";
        NhsaWriter.WriteFault(output, fault, Stamp(responded));
    }

    public async Task WriteAsync(PooledOutput output)
    {
        var response = http.Response;
        response.StatusCode = Status;
        response.ContentType = PassedType ?? "application/json;charset=" + Name(Charset);
        response.ContentLength = output.Written.Length;
        await response.Body.WriteAsync(output.Written, http.RequestAborted);
        if (Sent is not null)
            await Sent();
    }

    /// <summary>Of the characters that the answer is written in.</summary>
    private static string Name(string? charset) => charset?.Trim().Trim('"', '\'').ToLowerInvariant() switch
    {
        "gb18030" => "gb18030",
        "gbk" or "gb2312" or "cp936" or "x-gbk" => "gbk",
        _ => "utf-8",
    };
}
