common-back = กลับ
common-close = ปิด
common-open = เปิด
common-read = อ่าน
common-help = ปุ่มลัดของหน้าจอนี้
common-hold-enter = กด Enter ค้าง
common-percent = { $number } %
common-minutes = { $number } นาที
common-officers = เจ้าหน้าที่ที่ควบคุม: { $north } และ { $south } คน
common-not-recorded = บันทึกไฟล์การฝึกไม่ได้ จึงยังไม่มีอะไรเปลี่ยนแปลง โปรดเพิ่มพื้นที่ว่างหรือตรวจสอบโฟลเดอร์ แล้วลองอีกครั้ง

difficulty-easy = ง่าย
difficulty-medium = ปานกลาง
difficulty-hard = ยาก

skill-surveillance = สะกดรอย
skill-interviewing = สัมภาษณ์
skill-analysis = วิเคราะห์ข้อมูล
skill-documents = ตรวจเอกสาร
common-cancel = ยกเลิก
