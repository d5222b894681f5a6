using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using OrderCheck.Ledger.Wire;
using OrderCheck.Server.Errors;
using OrderCheck.Server.Hosting;
using Code = Google.Rpc.Code;
using Status = Google.Rpc.Status;

namespace OrderCheck.Server.Json.Lines;

/// <summary>
/// A method that is a stream both ways, over plain HTTP: one JSON object a line, requests and answers at the same time. What
/// ends it before the first answer is said as to any other call; afterwards, since the status is gone, in a last line.
/// </summary>
/// <param name="method">Of the contract.</param>
/// <param name="call">With everything around it that its gRPC form has.</param>
/// <param name="time">Measures deadlines.</param>
internal sealed class LineStream<TRequest, TAnswer>(MethodDescriptor method, DuplexStreamingServerMethod<TRequest, TAnswer> call, TimeProvider time)
    where TRequest : class, IMessage<TRequest>, new()
    where TAnswer : class, IMessage<TAnswer>
{
    private readonly string _name = $"/{method.Service.FullName}/{method.Name}";

    public async Task AnswerAsync(HttpContext context)
    {
        var (given, refused) = Open(context.Request);
        var answers = new LineAnswers<TAnswer>(context.Response);
        if (refused is not null)
        {
            await answers.EndAsync(refused, context.RequestAborted);
            return;
        }

        LiftLimits(context.Features);
        using var stream = new LineCall(context, _name, given, time);
        var requests = new LineRequests<TRequest>(new LineReader(context.Request.BodyReader, ServerHost.LargestMessage), method.InputType);
        try
        {
            await call(requests, answers, stream);
            answers.End();
        }
        catch (RpcException ended) when (context.RequestAborted.IsCancellationRequested || ended.StatusCode == StatusCode.Cancelled && !stream.IsPastDeadline)
        {
            // Nobody is there to be told.
        }
        catch (RpcException ended)
        {
            await answers.EndAsync(stream.IsPastDeadline ? PastDeadline() : ProblemOf(ended, requests), context.RequestAborted);
        }
    }

    /// <summary>What can be said of the request before its first line.</summary>
    private (TimeSpan? Deadline, Problem? Refused) Open(HttpRequest request)
    {
        var spelling = new FieldSpelling();
        if (!MediaTypes.IsJsonLines(request.ContentType))
            return (null, Problems.Unsupported(request.ContentType, $"{MediaTypes.JsonLines} in UTF-8"));
        var violations = QueryForm.Check(request.Query, method.InputType, inBody: true, spelling).ToList();
        var timeout = request.Headers[CallDeadline.Header].ToString();
        var given = CallDeadline.Read(timeout);
        if (timeout.Length > 0 && given is null)
            violations.Add(new FieldViolation(CallDeadline.Header, $"{FieldReader.Quote(timeout)} is not such a time", CallDeadline.Allowed));
        return (given, violations.Count == 0 ? null : Problems.Of(ErrorMapper.BadForm(violations), spelling));
    }

    /// <summary>As gRPC does for streams: they may be of any length, and how long one may stand still has a limit of its own.</summary>
    private static void LiftLimits(IFeatureCollection features)
    {
        if (features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
    }

    private static Problem ProblemOf(RpcException ended, LineRequests<TRequest> requests)
    {
        if (ended is RefusedLineException refused)
            return refused.Problem;
        var status = ended.GetRpcStatus() ?? new Status { Code = (int)(Code)ended.StatusCode, Message = ended.Status.Detail };
        var problem = Problems.Of(status, requests.Spelling);
        // Fields are those of the request that was read last.
        return problem.Violations is null ? problem : LineProblems.In(problem, requests.Line);
    }

    private static Problem PastDeadline() => Problems.Of(ErrorMapper.PastDeadline(), new FieldSpelling());
}
