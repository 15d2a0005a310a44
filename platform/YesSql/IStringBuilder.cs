namespace YesSql;

/// <summary>SQL that is being written.</summary>
public interface IStringBuilder
{
    void Append(string s);
}
