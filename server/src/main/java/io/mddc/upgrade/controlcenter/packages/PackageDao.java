package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What each stored package says of itself. */
@RegisterConstructorMapper(StoredPackage.class)
public interface PackageDao {
    @SqlQuery("SELECT * FROM package_file WHERE digest = :digest")
    Optional<StoredPackage> find(Sha256 digest);

    @SqlQuery("SELECT * FROM package_file WHERE digest > :after ORDER BY digest FETCH FIRST :limit ROWS ONLY")
    List<StoredPackage> list(String after, int limit);

    @SqlQuery("SELECT * FROM package_file ORDER BY digest")
    List<StoredPackage> listAll();

    /** Keyed by digest: the second of the same changes nothing and is 0. */
    @SqlUpdate("""
            INSERT INTO package_file
                (digest, bytes, component, name, version, architecture, format, uploaded_by, uploaded_at)
            VALUES
                (:digest, :bytes, :component, :name, :version, :architecture, :format, :uploadedBy, :uploadedAt)
            ON CONFLICT DO NOTHING
            """)
    int insert(@BindMethods PackageFile file, String uploadedBy, Instant uploadedAt);

    @SqlUpdate("DELETE FROM package_file WHERE digest = :digest")
    int delete(Sha256 digest);
}
