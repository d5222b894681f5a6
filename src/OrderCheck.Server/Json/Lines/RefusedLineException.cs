using Grpc.Core;

namespace OrderCheck.Server.Json.Lines;

/// <summary>A line that is no request; it ends its stream, past whatever would translate other exceptions.</summary>
internal sealed class RefusedLineException(Problem problem) : RpcException(new Status(StatusCode.InvalidArgument, problem.Detail))
{
    public Problem Problem => problem;
}
