package be.livc.web.setup;

/** What is asked at the first run, as it was typed. */
class FirstRunForm {

    private String code = "";
    private String cellName = "";
    private String municipality = "";
    private String purpose = "";
    private String displayName = "";
    private String username = "";
    private String password = "";
    private String passwordAgain = "";

    /** The code in the log. */
    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** How people know the cell. */
    public String getCellName() {
        return cellName;
    }

    public void setCellName(String cellName) {
        this.cellName = cellName;
    }

    /** Name and NIS code, as chosen from the list, or either of the two; a semicolon between those that share the cell. */
    public String getMunicipality() {
        return municipality;
    }

    public void setMunicipality(String municipality) {
        this.municipality = municipality;
    }

    /** A code of the list {@code purposes}. */
    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }

    /** The administrator's name. */
    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    /** The administrator's sign-in name. */
    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    /** Never shown again. */
    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** The same once more, against typing errors. */
    public String getPasswordAgain() {
        return passwordAgain;
    }

    public void setPasswordAgain(String passwordAgain) {
        this.passwordAgain = passwordAgain;
    }
}
