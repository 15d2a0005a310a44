using System.Data.Common;
using YesSql;

namespace OrchardCore.Data;

public interface IDbConnectionAccessor
{
    /// <summary>A connection to the site's database beside those of sessions; closed, and the caller's to dispose of.</summary>
    DbConnection CreateConnection();
}

internal sealed class DbConnectionAccessor(IStore store) : IDbConnectionAccessor
{
    public DbConnection CreateConnection() => store.Configuration.ConnectionFactory.CreateConnection();
}
