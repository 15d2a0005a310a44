using YesSql.Indexes;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>Finds files: by id, and those that expired.</summary>
public sealed class TransferFileIndex : MapIndex
{
    public string FileId { get; set; } = "";

    public DateTime ExpiresUtc { get; set; }
}

/// <summary>Maps the files of the module's collection.</summary>
internal sealed class TransferFileIndexProvider : IndexProvider<TransferFile>
{
    public TransferFileIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<TransferFile> context) => context.For<TransferFileIndex>().Map(file => new TransferFileIndex
    {
        FileId = file.FileId,
        ExpiresUtc = file.ExpiresUtc,
    });
}

/// <summary>Finds the chunks of a file.</summary>
public sealed class TransferFileChunkIndex : MapIndex
{
    public string FileId { get; set; } = "";

    public int Number { get; set; }
}

/// <summary>Maps the chunks of the module's collection.</summary>
internal sealed class TransferFileChunkIndexProvider : IndexProvider<TransferFileChunk>
{
    public TransferFileChunkIndexProvider() => CollectionName = CustomersConstants.Collection;

    public override void Describe(DescribeContext<TransferFileChunk> context) => context.For<TransferFileChunkIndex>().Map(chunk => new TransferFileChunkIndex
    {
        FileId = chunk.FileId,
        Number = chunk.Number,
    });
}
