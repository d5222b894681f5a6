namespace OrderCheck.Cli.Nhsa;

/// <summary>The official document that a row comes from.</summary>
internal static class Origin
{
    /// <summary>"国家医疗保障局“两库”知识点第6批（2025-08-26）".</summary>
    public static string Of(KnowledgePoint point)
    {
        var batch = point.Batch.All(char.IsAsciiDigit) ? $"第{point.Batch}批" : point.Batch;
        return $"国家医疗保障局“两库”知识点{batch}（{point.PublishedAt:yyyy-MM-dd}）";
    }
}
