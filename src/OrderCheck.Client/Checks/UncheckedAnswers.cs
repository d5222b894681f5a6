using Google.Protobuf.WellKnownTypes;
using OrderCheck.Protocol.V1;

namespace OrderCheck.Client.Checks;

/// <summary>The answer where the service gave none, in the words that it uses itself: unchecked is not clean, and stops nobody.</summary>
internal static class UncheckedAnswers
{
    private const string NotClean = "本次未审核，不代表没有问题；";
    private const string JudgedWhenBack = NotClean + "可以照常开立，恢复后系统将补审。";
    private const string Integrator = NotClean + "可以照常开立，请联系信息科处理。";

    public static CheckAnswer For(CallFailure failure, DateTimeOffset now) => new()
    {
        State = CheckState.Unchecked,
        StateReasons = { Reason(failure) },
        EvaluatedAt = Timestamp.FromDateTimeOffset(now),
    };

    private static StateReason Reason(CallFailure failure)
    {
        var (code, message) = failure.Kind switch
        {
            FailureKind.Deadline => (ReasonCodes.Deadline, "审核未能在规定时间内完成，" + NotClean + "可以照常开立，系统将补审。"),
            FailureKind.Unavailable => (ReasonCodes.Unavailable, "审核服务暂时无法连接，" + JudgedWhenBack),
            FailureKind.CircuitOpen => (ReasonCodes.CircuitOpen, "审核服务连续出错，暂停审核片刻，" + JudgedWhenBack),
            FailureKind.Unreadable => (ReasonCodes.UnreadableAnswer, "审核服务的应答无法识别，" + JudgedWhenBack),
            FailureKind.ServerFault => (ReasonCodes.Internal, "审核程序出错，" + NotClean + "可以照常开立，系统将补审。"),
            FailureKind.BadForm => (ReasonCodes.BadForm, "送审的医嘱数据格式有误，" + Integrator),
            FailureKind.NotPermitted => (ReasonCodes.NotPermitted, "当前角色无权送审，" + Integrator),
            FailureKind.Unauthenticated => (ReasonCodes.Unauthenticated, "审核服务的接入密钥无效，" + Integrator),
            _ => (ReasonCodes.Refused, "审核服务拒绝了本次送审，" + Integrator),
        };
        return new StateReason { Code = code, Message = message };
    }
}
