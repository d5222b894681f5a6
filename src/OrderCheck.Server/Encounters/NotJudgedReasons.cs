using OrderCheck.Core.Checks;

namespace OrderCheck.Server.Encounters;

/// <summary>Why nothing was judged, in the words of who asked.</summary>
internal sealed class NotJudgedReasons(string whatNow)
{
    /// <summary>A doctor goes on; the orders are judged late.</summary>
    public static readonly NotJudgedReasons OfOrders = new("可以照常开立，系统将补审。");

    /// <summary>Nobody judges an encounter as a whole later by himself.</summary>
    public static readonly NotJudgedReasons OfEncounter = new("请稍后重新审核。");

    public StateReason NotInTime { get; } = new("deadline", $"审核未能在规定时间内完成，本次未审核，不代表没有问题；{whatNow}");

    public StateReason Failed { get; } = new("internal", $"审核程序出错，本次未审核，不代表没有问题；{whatNow}");

    public StateReason Starting { get; } = new("starting", $"审核系统正在启动，本次未审核，不代表没有问题；{whatNow}");

    public StateReason Overloaded { get; } = new("overloaded", $"审核请求过多，本次未审核，不代表没有问题；{whatNow}");
}
