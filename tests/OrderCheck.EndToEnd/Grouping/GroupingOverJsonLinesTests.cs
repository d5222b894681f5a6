using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using OrderCheck.EndToEnd.Json;
using OrderCheck.EndToEnd.Json.Lines;
using OrderCheck.EndToEnd.Servers;
using OrderCheck.Protocol.V1;
using Xunit;

namespace OrderCheck.EndToEnd.Grouping;

/// <summary>A stream of cases as JSON lines: answered while it is sent, and ended as the gRPC stream is.</summary>
[Collection(SharedServerCollection.Name)]
public sealed class GroupingOverJsonLinesTests(SharedServer shared)
{
    private const string Path = "/v1/cases:groupStream";
    private const string Problem = "application/problem+json";
    private const int LongestLine = 4 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly JsonFormatter Underscored = new(JsonFormatter.Settings.Default.WithPreserveProtoFieldNames(true));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1.1")]
    [InlineData("2")]
    public async Task A_caller_that_sends_a_line_and_waits_gets_its_answer_before_it_sends_the_next(string version)
    {
        await using var call = await OpenAsync(version);
        for (var n = 0; n < 3; n++)
        {
            await call.SendAsync(Line($"c{n}"));

            var answer = await call.AnswerAsync();
            Assert.Equal(($"c{n}", "BR2"), ((string?)answer["caseId"], (string?)answer["adrg"]));
        }

        Assert.Equal((200, LineCall.MediaType), await call.HeadAsync());
        await call.EndAsync();
        Assert.Null(await call.LineAsync());
    }

    [Fact]
    public async Task The_answers_are_those_of_gRPC_and_of_single_JSON_calls()
    {
        using var his = new His(shared.Server.GrpcAddress, shared.ApiKey);
        using var caller = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey);
        var requests = Various().ToList();
        var overGrpc = await StreamAsync(his, requests);
        await using var call = await OpenAsync("1.1");

        var (_, _, lines) = await call.FinishAsync(Utf8(string.Concat(requests.Select(static (request, n) => $"{(n % 2 == 0 ? $"{request}" : Underscored.Format(request))}\n"))));

        Assert.Equal(overGrpc, lines.Select(static line => JsonParser.Default.Parse<CaseGroup>(line)));
        foreach (var (request, line) in requests.Zip(lines))
        {
            var single = await caller.PostAsync("/v1/cases:group", $"{request}");
            Assert.True(JsonNode.DeepEquals(single.Body, JsonNode.Parse(line)), $"{single.Body}\n{line}");
        }

        Assert.True(overGrpc.Select(static answer => (answer.Status, answer.Cause)).Distinct().Count() >= 4, "The cases end in too few ways to tell anything.");
    }

    [Theory]
    [InlineData("{0}\n{1}\n", false)]
    [InlineData("{0}\n{1}", false)]
    [InlineData("{0}\r\n{1}\r\n", false)]
    [InlineData("\n{0}\n \t\r\n\r\n{1}\n\n", false)]
    [InlineData("{0}\n{1}\n", true)]
    [InlineData("\r\n{0}\n  {1}  ", true)]
    public async Task Lines_end_as_any_system_ends_them_and_blank_ones_are_passed_over(string body, bool marked)
    {
        await using var call = await OpenAsync("1.1");
        byte[] bytes = [.. marked ? Encoding.UTF8.Preamble : default, .. Encoding.UTF8.GetBytes(body.Replace("{0}", $"{Request("c0")}").Replace("{1}", $"{Request("c1")}"))];

        var (status, _, lines) = await call.FinishAsync(bytes);

        Assert.Equal(200, status);
        Assert.Equal(["c0", "c1"], lines.Select(CaseId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    public async Task Without_cases_there_are_no_answers(string body)
    {
        await using var call = await OpenAsync("1.1");

        Assert.Equal((200, LineCall.MediaType, 0), await call.FinishAsync(Utf8(body)) is var (status, type, lines) ? (status, type, lines.Count) : default);
    }

    public static TheoryData<string, string, string, string> BadLines() => new()
    {
        { """{"case": oops}""", "not_json", "case", "column 10" },
        { """{"case": {"caseId": "bad" """, "not_json", "case", "column" },
        { "[]", "not_json", "", "" },
        { "{} {}", "not_json", "", "" },
        { """{"case": {"caseID": "bad"}}""", "bad_form", "case.caseID", "caseId" },
        { """{"case": {"caseId": "bad", "ageYears": "old"}}""", "bad_form", "case.ageYears", "\"old\"" },
        { """{"case": {"caseId": "bad", "ageYears": "62"}}""", "bad_form", "case.ageYears", "without quotation marks" },
        { """{"case": {"caseId": "bad", "ageYears": 300, "scheme": "chs-drg-2.0"}}""", "bad_form", "case.ageYears", "case \"bad\": 300 is out of range; allowed: a whole number from 0 to 200" },
        { """{"case": {"case_id": "bad", "age_years": 300, "scheme": "chs-drg-2.0"}}""", "bad_form", "case.age_years", "300" },
        { """{"case": {"caseId": "bad", "scheme": "chs-drg-9.9"}}""", "bad_form", "case.scheme", "\"chs-drg-9.9\" is not in release" },
        { """{"withReasons": true}""", "bad_form", "case", "is required" },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_first_line_of_bad_form_is_refused_with_problem_details(string line, string reason, string field, string said)
    {
        await using var call = await OpenAsync("1.1");

        var (status, contentType, lines) = await call.FinishAsync(Utf8($"\n{line}\n{Request("never")}\n"));

        var problem = new JsonReply((HttpStatusCode)status, contentType, JsonNode.Parse(Assert.Single(lines))!.AsObject());
        AssertBadLine(problem.AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", reason), line: 2, field, said);
    }

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_later_line_of_bad_form_ends_the_answers_with_a_line_that_is_none(string line, string reason, string field, string said)
    {
        await using var call = await OpenAsync("1.1");

        var (status, contentType, lines) = await call.FinishAsync(Utf8($"{Request("c0")}\n\n{Request("c1")}\n{line}\n{Request("never")}\n"));

        Assert.Equal((200, LineCall.MediaType), (status, contentType));
        Assert.Equal(["c0", "c1"], lines.SkipLast(1).Select(CaseId));
        AssertBadLine(Ending(lines).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", reason), line: 4, field, said);
    }

    [Fact]
    public async Task A_line_that_is_not_UTF_8_is_refused_at_its_column()
    {
        await using var call = await OpenAsync("1.1");

        var (_, _, lines) = await call.FinishAsync((byte[])[.. Utf8($"{Request("c0")}\n{{\"case\": \"").Span, 0xC0, .. "\"}\n"u8]);

        Assert.Equal("c0", CaseId(lines[0]));
        var problem = Ending(lines).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "not_json");
        Assert.Contains("line 2, column 11: the text is not UTF-8", problem.Detail);
    }

    [Fact]
    public async Task A_line_may_be_as_long_as_a_message_and_no_longer()
    {
        var request = $"{Request("c0")}";
        var longest = request + new string(' ', LongestLine - Encoding.UTF8.GetByteCount(request));
        await using var call = await OpenAsync("1.1");
        var (_, _, lines) = await call.FinishAsync(Utf8($"{longest}\n{longest} "));
        Assert.Equal("c0", CaseId(lines[0]));
        Assert.Contains("line 2: at most 4194304 bytes", Ending(lines).AssertProblem(HttpStatusCode.RequestEntityTooLarge, "RESOURCE_EXHAUSTED", "too_large").Detail);

        await using var other = await OpenAsync("2");
        await other.SendAsync(longest + " ");
        Assert.Equal((413, Problem), await other.HeadAsync());
        Assert.Equal("1", (string?)(await other.AnswerAsync())["metadata"]!["line"]);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-ndjson; charset=gbk")]
    [InlineData("")]
    public async Task Another_content_type_is_refused(string contentType)
    {
        await using var call = await OpenAsync("1.1", ("content-type", contentType));

        Assert.Contains("allowed: application/x-ndjson in UTF-8", (await RefusalAsync(call)).AssertProblem(HttpStatusCode.UnsupportedMediaType, "INVALID_ARGUMENT", "unsupported_media_type").Detail);
    }

    [Fact]
    public async Task Who_is_not_known_or_not_permitted_and_what_is_in_the_query_is_refused_as_anywhere()
    {
        await using var nobody = await LineCall.OpenAsync("1.1", shared.Server, Path);
        await using var doctor = await OpenAsync("2", ("x-oc-role", "doctor"));
        await using var query = await LineCall.OpenAsync("1.1", shared.Server, Path + "?withReasons=true", ("x-api-key", shared.ApiKey));
        await using var got = await OpenAsync("1.1", ("grpc-timeout", "soon"));

        (await RefusalAsync(nobody)).AssertProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED", "unauthenticated");
        var refused = (await RefusalAsync(doctor)).AssertProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED", "not_permitted");
        Assert.Equal("GroupStream", (string?)refused.Body["metadata"]!["operation"]);
        (await RefusalAsync(query)).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation("withReasons");
        Assert.Contains("\"soon\"", (await RefusalAsync(got)).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "bad_form").Violation("grpc-timeout"));
        using var caller = new JsonCaller(shared.Server.HttpAddress, shared.ApiKey);
        (await caller.GetAsync(Path)).AssertProblem(HttpStatusCode.MethodNotAllowed, "UNIMPLEMENTED", "method_not_allowed");
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2")]
    public async Task A_deadline_of_the_caller_ends_the_stream(string version)
    {
        await using var silent = await OpenAsync(version, ("grpc-timeout", "300m"));
        (await RefusalAsync(silent, end: false)).AssertProblem(HttpStatusCode.GatewayTimeout, "DEADLINE_EXCEEDED", "deadline");

        await using var call = await OpenAsync(version, ("grpc-timeout", "2S"));
        await call.SendAsync(Line("c0"));
        var lines = await call.RestAsync();

        Assert.Equal("c0", CaseId(lines[0]));
        Ending(lines).AssertProblem(HttpStatusCode.GatewayTimeout, "DEADLINE_EXCEEDED", "deadline");
    }

    [Fact]
    public async Task A_body_that_breaks_ends_the_stream_at_its_line()
    {
        await using var call = (Http1LineCall)await OpenAsync("1.1");
        await call.SendAsync(Line("c0"));
        Assert.Equal("c0", CaseId((await call.LineAsync())!));

        await call.SendRawAsync(Utf8("no chunk\r\n"));

        Assert.Contains("line 2: ", Ending(await call.RestAsync()).AssertProblem(HttpStatusCode.BadRequest, "INVALID_ARGUMENT", "broken_body").Detail);
    }

    [Theory]
    [InlineData("1.1", "")]
    [InlineData("1.1", "{\"case\": {\"caseId\": \"half")]
    [InlineData("2", "")]
    [InlineData("2", "{\"case\": {\"caseId\": \"half")]
    public async Task When_a_caller_goes_away_the_work_on_its_stream_ends(string version, string sentLast)
    {
        // The shared server fails all tests if its log has an error afterwards.
        await using var call = await OpenAsync(version);
        await call.SendAsync(Line("c0"));
        Assert.Equal("c0", CaseId((await call.LineAsync())!));
        await call.SendAsync(sentLast);
        Assert.Equal(2, await shared.AtWorkAsync());

        call.Abort();

        await Wait.UntilAsync(async () => await shared.AtWorkAsync() == 1, "the server works on nothing but this question", Patience);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2")]
    public async Task A_hundred_thousand_lines_are_answered_in_order_in_constant_memory(string version)
    {
        await GroupManyAsync(version, 20_000);
        var before = shared.Server.ResidentBytes();

        await GroupManyAsync(version, 100_000);

        // Were requests and answers kept, they would be about 90 MB.
        Assert.InRange(shared.Server.ResidentBytes() - before, long.MinValue, 60L << 20);
    }

    private async Task GroupManyAsync(string version, int cases)
    {
        await using var call = await OpenAsync(version);
        var sending = SendAsync();
        for (var n = 0; n < cases; n++)
            Assert.StartsWith($"{{ \"caseId\": \"c{n}\", \"status\": \"GROUPING_STATUS_GROUPED\"", await call.LineAsync());
        await sending;
        Assert.Null(await call.LineAsync());

        async Task SendAsync()
        {
            foreach (var some in Enumerable.Range(0, cases).Chunk(100))
                await call.SendAsync(string.Concat(some.Select(static n => Line($"c{n}"))));
            await call.EndAsync();
        }
    }

    /// <summary>Grouped in several ways and not grouped for several causes, with reasons and without.</summary>
    private static IEnumerable<GroupCaseRequest> Various()
    {
        foreach (var (number, diagnoses, procedures) in (IEnumerable<(int, string[], string[])>)
            [
                (0, ["I63.900", "J18.900"], []),
                (1, ["K35.800x001"], ["47.0100", "51.2300"]),
                (2, ["K35.800x001", "I63.900"], ["", "47.0100"]),
                (3, ["I63.900"], ["47.0100"]),
                (4, ["no code"], []),
                (5, [], ["47.0100"]),
                (6, ["I63.900", "", "甲乙丙\"\\"], ["99.9999"]),
            ])
        {
            var request = Request($"c{number}");
            request.Case.Diagnoses.Clear();
            request.Case.Diagnoses.Add(diagnoses);
            request.Case.Procedures.Add(procedures);
            yield return request;
            var reasoned = request.Clone();
            reasoned.WithReasons = true;
            yield return reasoned;
        }
    }

    private static async Task<List<CaseGroup>> StreamAsync(His his, IEnumerable<GroupCaseRequest> requests)
    {
        using var call = his.Grouping.GroupStream(his.Options);
        foreach (var request in requests)
            await call.RequestStream.WriteAsync(request, Token);
        await call.RequestStream.CompleteAsync();
        var answers = new List<CaseGroup>();
        while (await call.ResponseStream.MoveNext(Token))
            answers.Add(call.ResponseStream.Current);
        return answers;
    }

    private static void AssertBadLine(JsonReply problem, int line, string field, string said)
    {
        Assert.Equal($"{line}", (string?)problem.Body["metadata"]!["line"]);
        Assert.Contains($"line {line}", problem.Detail);
        if (field.Length > 0)
            Assert.Contains(said, problem.Violation(field));
        else
            Assert.Empty(problem.Violations);
    }

    /// <summary>The last line, which must have nothing but a problem.</summary>
    private static JsonReply Ending(IReadOnlyList<string> lines)
    {
        var (member, problem) = Assert.Single(JsonNode.Parse(lines[^1])!.AsObject());
        Assert.Equal("problem", member);
        return new JsonReply((HttpStatusCode)(int)problem!["status"]!, Problem, problem.AsObject());
    }

    private static async Task<JsonReply> RefusalAsync(LineCall call, bool end = true)
    {
        if (end)
            await call.EndAsync();
        var (status, contentType) = await call.HeadAsync();
        return new JsonReply((HttpStatusCode)status, contentType, JsonNode.Parse(Assert.Single(await call.RestAsync()))!.AsObject());
    }

    /// <summary>How many requests the server is working on: this question is one of them.</summary>
    private Task<LineCall> OpenAsync(string version, params IReadOnlyList<(string Name, string Value)> headers) =>
        LineCall.OpenAsync(version, shared.Server, Path, [("x-api-key", shared.ApiKey), .. headers]);

    private static GroupCaseRequest Request(string id) => new() { Case = Cases.Stroke(id) };

    private static string Line(string id) => $"{Request(id)}\n";

    private static string CaseId(string line) => (string)JsonNode.Parse(line)!["caseId"]!;

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
