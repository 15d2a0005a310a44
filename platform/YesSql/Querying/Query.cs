using YesSql.Indexes;
using YesSql.Storage;

namespace YesSql.Querying;

internal sealed class Query(Session session, string collection) : IQuery
{
    public IQuery<T> For<T>(bool filterType = true) where T : class
    {
        // a store knows a type by name from here on, filtered or not
        var typeName = session.NameOf(typeof(T));
        return new DocumentQuery<T>(session, new QueryState(session.Configuration, collection, filterType ? typeName : null));
    }

    public IQueryIndex<T> ForIndex<T>() where T : class, IIndex
        => new IndexQuery<T>(session, new QueryState(session.Configuration, collection, documentType: null));
}
