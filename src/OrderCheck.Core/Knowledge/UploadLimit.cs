namespace OrderCheck.Core.Knowledge;

/// <summary>How soon after a service its charge must have been uploaded (就诊数据非实时上传).</summary>
public sealed class UploadLimit : KnowledgeRow
{
    public const string ByUpload = "上传";
    public const string ByRecord = "记录";

    public required int Hours { get; init; }

    /// <summary>上传: as the HIS reports the upload; 记录: when the charge was recorded here.</summary>
    public required string MeasuredBy { get; init; }

    internal override string Sameness => MeasuredBy;
}
