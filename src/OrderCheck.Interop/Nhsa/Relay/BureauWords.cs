namespace OrderCheck.Interop.Nhsa.Relay;

/// <summary>What the user reads about the bureau, in warn_msg.</summary>
public static class BureauWords
{
    /// <summary>"" where there is nothing to say.</summary>
    public static string Of(BureauStanding standing)
    {
        var late = standing.LateResults > 0 ? $"含医保局对此前请求补充返回的{standing.LateResults}条结果。" : "";
        var lost = standing.LostRequests > 0 ? $"此前{standing.LostRequests}次请求的医保局审核结果未能取得，不代表没有问题。" : "";
        return Of(standing.Answer) + late + lost;
    }

    private static string Of(BureauAnswer answer) => answer.State switch
    {
        BureauState.Late when answer.Reason == BureauAnswer.NotKept => "医保局审核尚未返回，本次仅含院内审核结果，医保局结果可能无法补充给出，不代表没有问题。",
        BureauState.Late => "医保局审核尚未返回，本次仅含院内审核结果，医保局结果随该就诊下一次审核给出。",
        BureauState.Failed => $"医保局审核未完成（{Of(answer.Reason)}），本次仅含院内审核结果。",
        BureauState.Refused => $"医保局审核返回失败（infcode {answer.InfCode}{(answer.Message.Length > 0 ? "：" + answer.Message : "")}），本次仅含院内审核结果。",
        _ => "",
    };

    /// <summary>A reason of a failure, for people.</summary>
    public static string Of(string reason) => reason switch
    {
        "timeout" => "超时",
        "connection" => "无法连接",
        "interrupted" => "连接中断",
        "too_large" => "返回内容过大",
        "not_json" or "no_infcode" => "返回内容无法识别",
        "charset" => "返回内容编码无法识别",
        "busy" => "待答请求过多",
        "circuit_open" => "连续失败，暂停调用",
        "stopping" => "服务正在停止",
        _ when reason.StartsWith("status_", StringComparison.Ordinal) => $"HTTP状态{reason["status_".Length..]}",
        _ => reason,
    };
}
